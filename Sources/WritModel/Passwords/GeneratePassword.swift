/// A random password that `rules` allow for `owner`.
///
/// It has 20 characters, or more where the rules ask for more: at least 115 bits that nobody can guess. Letters and digits that
/// look alike in print are left out, and of the symbols only those are used that every vendor takes. All four classes
/// are in it, whatever the rules ask for.
///
/// - Parameter randomByte: a byte that cannot be foreseen, all equally likely.
package func generatePassword(
    rules: PasswordRules, owner: PasswordOwner, randomByte: () -> UInt8
) -> Secret {
    let length = min(max(rules.minimumLength, 20), PasswordRules.maximumLength)
    let drawing = PasswordDrawing(rules, owner)
    for _ in 0..<1000 {
        let password = Secret(count: length) { memory in drawing.fill(memory, randomByte) }
        // What is drawn is thrown away as a whole, so that all allowed passwords are about equally likely.
        let hasAllClasses = password.withBytes { bytes in
            Set(bytes.map { CharacterClass(Unicode.Scalar($0)) }).count == CharacterClass.allCases.count
        }
        if hasAllClasses, rules.violations(of: password, owner: owner).isEmpty { return password }
    }
    preconditionFailure("the source of randomness gives different bytes")
}

/// What passwords are drawn from, and what may not come of it.
private struct PasswordDrawing {
    /// Without `I`, `O`, `l`, `o`, `0` and `1`.
    static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!@#%^*_+-=".utf8)

    private let maximumRepeats: Int
    /// In small letters, forwards and backwards; others than of ASCII can never be drawn.
    private let forbidden: [[UInt8]]

    init(_ rules: PasswordRules, _ owner: PasswordOwner) {
        maximumRepeats = rules.maximumRepeats
        forbidden = PasswordOwner.Trait.allCases.filter { $0 != .userName || rules.forbidUserName }
            .flatMap(owner.words)
            .compactMap { word in
                word.allSatisfy(\.isASCII) ? word.map { UInt8(truncatingIfNeeded: $0.value) } : nil
            }
            .flatMap { [$0, $0.reversed()] }
    }

    /// Draws one character after another, and those again that would break a rule.
    func fill(_ memory: UnsafeMutableRawBufferPointer, _ randomByte: () -> UInt8) {
        for index in memory.indices {
            var draws = 0
            repeat {
                draws += 1
                precondition(draws < 10_000, "the source of randomness gives different bytes")
                memory[index] = Self.alphabet[pick(Self.alphabet.count, randomByte)]
            } while isRefused(memory, upTo: index)
        }
    }

    /// A number below `count`, all of them equally likely: bytes beyond the last whole multiple are drawn again.
    private func pick(_ count: Int, _ randomByte: () -> UInt8) -> Int {
        var draws = 0
        while true {
            draws += 1
            precondition(draws < 10_000, "the source of randomness gives different bytes")
            let byte = Int(randomByte())
            if byte < 256 - 256 % count { return byte % count }
        }
    }

    /// Whether the last character completes what is not allowed.
    private func isRefused(_ memory: UnsafeMutableRawBufferPointer, upTo last: Int) -> Bool {
        if maximumRepeats > 0, last >= maximumRepeats,
            (last - maximumRepeats..<last).allSatisfy({ memory[$0] == memory[last] })
        {
            return true
        }
        return forbidden.contains { word in
            guard word.count <= last + 1 else { return false }
            let start = last + 1 - word.count
            return word.indices.allSatisfy { lowercase(memory[start + $0]) == word[$0] }
        }
    }

    private func lowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }
}
