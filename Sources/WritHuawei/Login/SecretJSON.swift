internal import WritHTTP
internal import WritModel

/// A JSON value with secrets in it. Its bytes are written once, into memory that is overwritten afterwards.
indirect enum SecretJSON: Sendable {
    case plain(JSONValue)
    /// A string of the bytes, which are UTF-8.
    case secret(Secret)
    case object(KeyValuePairs<String, SecretJSON>)

    /// The body of a request.
    var body: HTTPBody {
        var count = 0
        write { _ in count += 1 }
        return HTTPBody(
            Secret(count: count) { memory in
                var next = 0
                write { byte in
                    memory[next] = byte
                    next += 1
                }
            })
    }

    private func write(_ put: (UInt8) -> Void) {
        switch self {
        case .plain(let value): value.compactText.utf8.forEach(put)
        case .secret(let secret):
            put(UInt8(ascii: "\""))
            secret.withBytes { bytes in for byte in bytes { writeEscaped(byte, put) } }
            put(UInt8(ascii: "\""))
        case .object(let members):
            put(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { put(UInt8(ascii: ",")) }
                JSONValue.string(member.key).compactText.utf8.forEach(put)
                put(UInt8(ascii: ":"))
                member.value.write(put)
            }
            put(UInt8(ascii: "}"))
        }
    }
}

private func writeEscaped(_ byte: UInt8, _ put: (UInt8) -> Void) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        put(UInt8(ascii: "\\"))
        put(byte)
    case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        "\\u00".utf8.forEach(put)
        put(digits[Int(byte >> 4)])
        put(digits[Int(byte & 15)])
    default: put(byte)
    }
}
