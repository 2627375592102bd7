/// Headers in which vendors number their answers, the most telling first.
private let requestIDHeaders = [
    "x-request-id", "x-iam-trace-id", "x-openstack-request-id", "x-amzn-requestid", "x-amz-request-id",
    "x-jdcloud-request-id", "x-tt-logid",
]

/// What the vendor's support can find a request by; `nil` where no header has it.
///
/// It goes into messages, so a value that is no plain word is passed over.
func requestID(in headers: HTTPHeaders) -> String? {
    requestIDHeaders.lazy.compactMap { headers[$0] }.first(where: isPlainWord)
}

/// Whether `text` is up to 128 letters, digits and `-_.=+/`.
package func isPlainWord(_ text: String) -> Bool {
    (1...128).contains(text.utf8.count)
        && text.utf8.allSatisfy { isLetterOrDigit($0) || "-_.=+/".utf8.contains($0) }
}

/// Whether `byte` is one of `A-Z`, `a-z` and `0-9`.
func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}
