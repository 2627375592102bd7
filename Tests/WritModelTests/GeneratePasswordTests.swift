import Testing
import WritModel
import WritTestKit

/// Random passwords.
@Suite struct GeneratePasswordTests {
    private func generate(
        _ rules: PasswordRules, _ owner: PasswordOwner, _ random: inout SplitMix64
    ) -> String {
        var generator = random
        let password = generatePassword(rules: rules, owner: owner) {
            UInt8(truncatingIfNeeded: generator.next() >> 11)
        }
        random = generator
        return password.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private func rules(_ random: inout SplitMix64) -> PasswordRules {
        var rules = PasswordRules()
        rules.minimumLength = 6 + random.below(123)
        rules.minimumCharacterClasses = 1 + random.below(4)
        rules.requiredClasses = Set(random.some(of: CharacterClass.allCases, percent: 50))
        rules.maximumRepeats = random.below(4)
        rules.forbidUserName = random.chance(80)
        return rules
    }

    private func owner(_ random: inout SplitMix64) -> PasswordOwner {
        PasswordOwner(
            user: random.pick(["a", "7", "@", "Zz", "li", "ann", "pq9!", "日本", "ann.lee-van-der-berg"]),
            phone: random.pick([nil, "+7", "+86 2", "+86 138 0000 1234", "+23456789"]),
            email: random.pick([nil, "e", "u@e", "ann@example.com"]))
    }

    @Test func `whatever the rules are, they are kept`() {
        var random = SplitMix64(seed: 6)
        for _ in 0..<300 {
            let rules = rules(&random)
            let owner = owner(&random)
            let text = generate(rules, owner, &random)
            #expect(rules.violations(of: Secret(copying: text.utf8), owner: owner) == [], "\(rules) \(owner)")
            #expect(text.count == max(20, rules.minimumLength))
            #expect(Set(text.unicodeScalars.map(CharacterClass.init)).count == 4)
        }
    }

    @Test func `the hardest rules are kept as well`() {
        var random = SplitMix64(seed: 7)
        var rules = PasswordRules()
        (rules.minimumLength, rules.minimumCharacterClasses, rules.maximumRepeats) = (128, 4, 1)
        rules.requiredClasses = Set(CharacterClass.allCases)
        for _ in 0..<100 {
            let owner = PasswordOwner(user: "a", phone: "+2", email: "!")
            let text = generate(rules, owner, &random)
            #expect(rules.violations(of: Secret(copying: text.utf8), owner: owner) == [])
            #expect(!text.lowercased().contains { "a2!".contains($0) })
        }
    }

    @Test func `all characters come about equally often, and none that looks like another`() {
        var random = SplitMix64(seed: 8)
        var counts: [Character: Int] = [:]
        for _ in 0..<2000 {
            for character in generate(PasswordRules(), PasswordOwner(user: "nobody-else"), &random) {
                counts[character, default: 0] += 1
            }
        }
        #expect(counts.count == 66)
        #expect(counts.keys.allSatisfy { !"0O1lIo|`'\" ".contains($0) && $0.isASCII })
        // Letters come a little less often than the rest, of which each password has to have some.
        let mean = 2000 * 20 / 66
        #expect(counts.values.allSatisfy { abs($0 - mean) < mean * 3 / 10 }, "\(counts)")
    }

    @Test func `bytes beyond the last whole multiple are drawn again`() {
        // 198 to 255 would make the first characters likelier than the others.
        var random = SplitMix64(seed: 9)
        func next() -> UInt8 { UInt8(truncatingIfNeeded: random.next() >> 11) }
        var bytes: [UInt8] = []
        let first = generatePassword(rules: PasswordRules(), owner: PasswordOwner(user: "x")) {
            bytes.append(next())
            return bytes[bytes.count - 1]
        }
        var rest = bytes.flatMap { [$0, 198, 255] as [UInt8] }[...]
        let second = generatePassword(rules: PasswordRules(), owner: PasswordOwner(user: "x")) {
            rest.popFirst() ?? 0
        }
        #expect(first.withBytes { Array($0) } == second.withBytes { Array($0) })
    }

    @Test func `different bytes give different passwords`() {
        var random = SplitMix64(seed: 10)
        let texts = (0..<500).map { _ in generate(PasswordRules(), PasswordOwner(user: "ann"), &random) }
        #expect(Set(texts).count == 500)
    }
}
