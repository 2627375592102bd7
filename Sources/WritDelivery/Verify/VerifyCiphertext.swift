internal import WritModel

/// What is wrong with what a program wrote as the encryption of `text` to `recipient`; `nil` for nothing.
///
/// - Parameter keyIDs: of the parts of an OpenPGP key that may have been encrypted to.
func problem(
    of output: [UInt8], _ form: Ciphertext.Form, to recipient: Recipient, keyIDs: [String],
    hiding text: Secret
) -> String? {
    if output.isEmpty { return "is nothing" }
    if holds(output, anyPartOf: text) { return "holds a part of what was to be encrypted" }
    guard let content = dearmor(output, form) else {
        return "is no whole armored text that begins with its line"
    }
    if holds(content, anyPartOf: text) { return "holds a part of what was to be encrypted" }
    switch recipient.key {
    case .age, .ssh:
        guard let message = AgeMessage(content) else { return "is no whole file of age" }
        return message.problem(to: recipient, textLength: text.count)
    case .openPGP:
        guard let message = OpenPGPMessage(content) else { return "is no whole message of OpenPGP" }
        return message.problem(keyIDs: keyIDs, textLength: text.count)
    }
}

/// The bytes inside an armored text; `nil` unless it is whole and nothing stands around it.
private func dearmor(_ text: [UInt8], _ form: Ciphertext.Form) -> [UInt8]? {
    var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.count > 2, lines.removeFirst().elementsEqual(form.firstLine.utf8),
        lines.removeLast().elementsEqual(form.lastLine.utf8)
    else { return nil }
    guard form == .openPGP else { return decodeBase64(lines.joined()) }
    // Headers and an empty line, the bytes, and their sum.
    guard let start = lines.firstIndex(where: \.isEmpty) else { return nil }
    var body = lines[(start + 1)...]
    var sum: [UInt8]?
    if let last = body.last, last.first == UInt8(ascii: "="), last.count == 5 {
        sum = decodeBase64(last.dropFirst())
        body = body.dropLast()
    }
    guard let bytes = decodeBase64(body.joined()) else { return nil }
    return sum == nil || sum == checksum(of: bytes) ? bytes : nil
}

/// CRC-24. Source: RFC 4880, §6.1.
private func checksum(of bytes: [UInt8]) -> [UInt8] {
    var sum: UInt32 = 0xb7_04ce
    for byte in bytes {
        sum ^= UInt32(byte) << 16
        for _ in 0..<8 {
            sum <<= 1
            if sum & 0x100_0000 != 0 { sum ^= 0x186_4cfb }
        }
    }
    return [16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> UInt32($0)) }
}
