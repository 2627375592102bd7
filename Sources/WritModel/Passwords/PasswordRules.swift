/// The rules for passwords that are in force: what the account's password policy states, and defaults for the rest.
///
/// A character is a Unicode scalar, as NIST SP 800-63B counts them: `é` is one or two, depending on how it was typed.
/// Bytes are taken as they come; who takes passwords from a keyboard brings them into one normal form first.
package struct PasswordRules: Hashable, Sendable {
    /// The fewest characters.
    package var minimumLength = 8
    /// How many classes of characters there have to be.
    package var minimumCharacterClasses = 2
    /// The classes there have to be.
    package var requiredClasses: Set<CharacterClass> = []
    /// How often one character may stand in a row; 0 for any number.
    package var maximumRepeats = 0
    /// Whether the user's name, forwards or backwards, is refused.
    package var forbidUserName = true
    /// After how many days a password expires; 0 for never.
    package var validityDays = 0
    /// How long a password has to be kept before its owner can change it.
    package var minimumAgeMinutes = 0
    /// How many passwords may not be used again, the one in use and those before it.
    package var history = 1

    /// The most characters, whatever the account states: far beyond what people type, and no burden to hash.
    package static let maximumLength = 128

    /// The defaults of Huawei Cloud, which hold where an account has no password policy.
    package init() {}

    /// The rules that `fields` of a password policy state. Numbers beyond what a manifest could state, which somebody
    /// wrote by hand, count as the nearest that it could.
    package init(_ fields: FieldMap<Value>) {
        let schema = KindSchema.of(.passwordPolicy)
        func number(_ field: Field, _ otherwise: Int) -> Int {
            guard case .integer(let number)? = fields[field], case .integer(let range)? = schema[field]?.type
            else {
                return otherwise
            }
            return min(max(number, range.lowerBound), range.upperBound)
        }
        minimumLength = number(.minimumLength, minimumLength)
        minimumCharacterClasses = number(.minimumCharacterClasses, minimumCharacterClasses)
        maximumRepeats = number(.maximumRepeats, maximumRepeats)
        validityDays = number(.validityDays, validityDays)
        minimumAgeMinutes = number(.minimumAgeMinutes, minimumAgeMinutes)
        history = number(.history, history)
        if case .boolean(let flag)? = fields[.forbidUserName] { forbidUserName = flag }
        if case .list(let items)? = fields[.requiredClasses] {
            requiredClasses = Set(
                items.compactMap { item in
                    if case .word(let word) = item { CharacterClass(rawValue: word) } else { nil }
                })
        }
    }

    /// When a password that was set at `time` expires; `nil` for never.
    package func expiry(ofPasswordSetAt time: Instant) -> Instant? {
        validityDays == 0 ? nil : time.advanced(by: Int64(validityDays) * 86_400)
    }

    /// Why the owner of a password that was set at `time` cannot change it now; `nil` where nothing is against it.
    package func ageViolation(ofPasswordSetAt time: Instant?, now: Instant) -> PasswordViolation? {
        guard let until = time?.advanced(by: Int64(minimumAgeMinutes) * 60), now < until else { return nil }
        return .tooYoung(until: until)
    }
}
