internal import WritModel

/// Whether a part of `secret` of eight bytes or more, or all of a shorter one, stands in `bytes`. Cost: linear in
/// `bytes`, and in the secret for each start of a part.
func holds(_ bytes: [UInt8], anyPartOf secret: Secret) -> Bool {
    let width = min(8, secret.count)
    guard width > 0, bytes.count >= width else { return false }
    return secret.withBytes { secret in
        var starts = [Bool](repeating: false, count: 1 << 16)
        func pair(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }
        guard width > 1 else { return bytes.contains(secret[0]) }
        let lastStart = secret.count - width
        for start in 0...lastStart { starts[pair(secret[start], secret[start + 1])] = true }
        for index in 0...(bytes.count - width) where starts[pair(bytes[index], bytes[index + 1])] {
            for start in 0...lastStart
            where (0..<width).allSatisfy({ bytes[index + $0] == secret[start + $0] }) {
                return true
            }
        }
        return false
    }
}
