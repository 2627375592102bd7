package import WritHTTP
internal import WritModel

/// The error that an answer holds, in any of the six shapes that the vendor's services use; `nil` for a success.
///
/// An answer below 400 whose body has the shape of an error is one too.
package func readHuaweiError(_ response: HTTPResponse) -> HuaweiError? {
    let body = try? response.body.json()
    guard let shape = body.flatMap(errorShape) else {
        guard response.status >= 400 else { return nil }
        return HuaweiError(
            status: response.status, code: nil, message: "the answer does not say why",
            requestID: response.requestID, kind: kind(ofCode: nil, status: response.status))
    }
    return HuaweiError(
        status: response.status, code: shape.code, message: String(shape.message.prefix(500)),
        requestID: shape.requestID ?? response.requestID,
        kind: kind(ofCode: shape.code, status: response.status),
        missingActions: missingActions(shape.message))
}

private struct ErrorShape {
    var code: String?
    var message: String
    var requestID: String?
}

private func errorShape(_ body: JSONValue) -> ErrorShape? {
    // /v3.0: {"error_code":"IAM.0007" or "1109","error_msg":…}; /v5 and the gateway add `request_id`.
    if let code = body["error_code"].flatMap(text) {
        return ErrorShape(
            code: isPlainWord(code) ? code : nil, message: body["error_msg"]?.string ?? "no message",
            requestID: body["request_id"]?.string.flatMap { isPlainWord($0) ? $0 : nil })
    }
    // Keystone: {"error":{"code":404,"message":…,"title":…}}; credentials put their code into `message`.
    guard let error = body["error"], error.members != nil else { return nil }
    let message = error["message"]?.string ?? error["title"]?.string ?? "no message"
    let code = error["code"]?.string ?? message
    return ErrorShape(code: isCode(code) ? code : nil, message: message)
}

/// Codes come as texts and as numbers.
private func text(_ value: JSONValue) -> String? { value.string ?? value.integer.map(String.init) }

/// Whether it is one word, with a letter: Keystone's codes are the status again.
private func isCode(_ text: String) -> Bool {
    isPlainWord(text) && text.utf8.contains { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
}

/// The actions, such as `iam:users:createUser`, in a message such as "Policy doesn't allow … to be performed".
private func missingActions(_ message: String) -> [String] {
    guard message.hasPrefix("Policy doesn't allow") else { return [] }
    return message.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || ":*-_".contains($0)) }
        .map(String.init)
        .filter { word in
            let parts = word.split(separator: ":", omittingEmptySubsequences: false)
            return (2...3).contains(parts.count) && !parts.contains("")
        }
}
