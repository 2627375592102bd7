/// An encrypted message of OpenPGP. Source: RFC 4880, §4.2, §5.1, §5.13; RFC 9580 says the same of them.
struct OpenPGPMessage {
    /// The ids of the keys that it is encrypted to.
    private let keyIDs: [String]
    /// The length of the encrypted packet, in bytes.
    private let encryptedLength: Int

    /// `nil` unless it is whole: for each key a packet with the session key, then one that is encrypted and protected
    /// against changes, and nothing else.
    init?(_ bytes: [UInt8]) {
        var rest = bytes[...]
        var keyIDs: [String] = []
        while let (tag, body) = takePacket(&rest) {
            switch tag {
            case 1:
                guard body.count > 10, body.first == 3 else { return nil }
                keyIDs.append(body.dropFirst().prefix(8).map(hexadecimalPair).joined())
            case 18, 20:
                guard rest.isEmpty, !keyIDs.isEmpty else { return nil }
                self.keyIDs = keyIDs
                encryptedLength = body.count
                return
            default:
                return nil
            }
        }
        return nil
    }

    /// Why this is not the encryption of so many bytes to one of those keys alone.
    func problem(keyIDs wanted: [String], textLength: Int) -> String? {
        guard keyIDs.count == 1, let keyID = keyIDs.first else {
            return "is encrypted to \(keyIDs.count) keys"
        }
        guard wanted.contains(where: { $0.uppercased() == keyID }) else {
            return "is not encrypted to the recipient"
        }
        // Not compressed: the version, a random start of one block and two bytes, the text, and what protects it.
        return encryptedLength > textLength + 20 ? nil : "is cut"
    }
}

private func hexadecimalPair(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// The next packet, with its tag; `nil` where there is no whole one.
private func takePacket(_ rest: inout ArraySlice<UInt8>) -> (tag: UInt8, body: [UInt8])? {
    guard let head = rest.popFirst(), head & 0x80 != 0 else { return nil }
    guard head & 0x40 != 0 else {
        let size = [1, 2, 4, 0][Int(head & 3)]
        // Of the fourth sort the length is whatever follows.
        let length = size == 0 ? rest.count : takeNumber(size, from: &rest)
        guard let length, let body = take(length, from: &rest) else { return nil }
        return (head >> 2 & 15, body)
    }
    var body: [UInt8] = []
    while let first = rest.popFirst() {
        var length: Int?
        switch first {
        case 0..<192: length = Int(first)
        case 192..<224: length = rest.popFirst().map { (Int(first) - 192) << 8 + Int($0) + 192 }
        case 255: length = takeNumber(4, from: &rest)
        default:
            guard let part = take(1 << Int(first & 31), from: &rest) else { return nil }
            body += part
            continue
        }
        guard let length, let part = take(length, from: &rest) else { return nil }
        return (head & 63, body + part)
    }
    return nil
}

private func takeNumber(_ size: Int, from rest: inout ArraySlice<UInt8>) -> Int? {
    take(size, from: &rest)?.reduce(0) { $0 << 8 | Int($1) }
}

private func take(_ count: Int, from rest: inout ArraySlice<UInt8>) -> [UInt8]? {
    guard count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return Array(rest.prefix(count))
}
