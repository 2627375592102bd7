import Testing
import WritModel

/// The rules for passwords by themselves; how stores apply them is tested with each store.
@Suite struct PasswordRulesTests {
    @Test func `without a policy the defaults of Huawei Cloud hold`() {
        let rules = PasswordRules([:])
        #expect(rules == PasswordRules())
        #expect(rules.minimumLength == 8 && rules.minimumCharacterClasses == 2 && rules.requiredClasses == [])
        #expect(rules.maximumRepeats == 0 && rules.forbidUserName && rules.validityDays == 0)
        #expect(rules.minimumAgeMinutes == 0 && rules.history == 1)
    }

    @Test func `every field of a policy counts`() {
        let rules = PasswordRules([
            .minimumLength: .integer(20), .minimumCharacterClasses: .integer(3),
            .requiredClasses: .list(of: [.word("digit"), .word("symbol")]), .maximumRepeats: .integer(2),
            .forbidUserName: .boolean(false), .validityDays: .integer(90), .minimumAgeMinutes: .integer(5),
            .history: .integer(24),
        ])
        #expect(rules.minimumLength == 20 && rules.minimumCharacterClasses == 3 && rules.maximumRepeats == 2)
        #expect(rules.requiredClasses == [.digit, .symbol] && !rules.forbidUserName)
        #expect(rules.validityDays == 90 && rules.minimumAgeMinutes == 5 && rules.history == 24)
        #expect(KindSchema.of(.passwordPolicy).fields.count == 8, "a new field has to count as well")
    }

    @Test func `bytes that are no text are refused`() {
        let password = Secret(copying: Array("qwertyU7".utf8) + [0xC3, 0x28])
        #expect(PasswordRules().violations(of: password, owner: PasswordOwner(user: "ann")) == [.notText])
    }

    @Test func `a name of several scripts is found in any case`() {
        let owner = PasswordOwner(user: "Ärni-ΣΙΓΜΑ")
        for text in ["xxärni-σιγμαyy7", "xxÄRNI-ΣΙΓΜΑyy7"] {
            #expect(
                PasswordRules().violations(of: Secret(copying: text.utf8), owner: owner)
                    == [.holds(.userName, isReversed: false)])
        }
    }

    @Test func `a word that reads the same backwards is told once, and forwards`() {
        let found = PasswordRules().violations(
            of: Secret(copying: "xxannayy7".utf8), owner: PasswordOwner(user: "anna"))
        #expect(found == [.holds(.userName, isReversed: false)])
    }

    @Test(arguments: ["+", "-", " ", ""]) func `a phone number without digits forbids nothing`(
        _ phone: String
    ) {
        let owner = PasswordOwner(user: "ann", phone: phone, email: "")
        #expect(PasswordRules().violations(of: Secret(copying: "+- qwertyU7".utf8), owner: owner) == [])
    }

    @Test func `every violation is a sentence without the password`() {
        let violations: [PasswordViolation] = [
            .notText, .controlCharacter, .tooShort(found: 1, fewest: 8), .tooLong(found: 129, most: 128),
            .fewClasses(found: 1, fewest: 2), .missingClass(.uppercase), .repeats(found: 3, most: 1),
            .repeats(found: 3, most: 2), .holds(.userName, isReversed: false),
            .holds(.phone, isReversed: true),
            .holds(.email, isReversed: true), .reused(last: 1), .reused(last: 24),
            .tooYoung(until: Instant(epochSeconds: 0)),
        ]
        #expect(
            violations.map(\.description) == [
                "the password is no text in UTF-8", "the password holds a control character or a line break",
                "the password has 1 character, and 8 are the fewest",
                "the password has 129 characters, and 128 are the most",
                "the password has characters of 1 class out of capital letters, small letters, digits and symbols, and 2 are the fewest",
                "the password has no capital letter",
                "the password has one character 3 times in a row, and 1 is the most",
                "the password has one character 3 times in a row, and 2 are the most",
                "the password holds the user's name", "the password holds the user's phone number backwards",
                "the password holds the user's e-mail address backwards", "the password is the one in use",
                "the password is one of the last 24",
                "the password in use can be changed from 1970-01-01T00:00:00Z on",
            ])
    }
}
