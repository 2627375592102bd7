/// Why a password is refused. Nothing of the password is in it but numbers.
package enum PasswordViolation: Hashable, Sendable {
    /// The bytes are not UTF-8.
    case notText
    case controlCharacter
    case tooShort(found: Int, fewest: Int)
    case tooLong(found: Int, most: Int)
    case fewClasses(found: Int, fewest: Int)
    case missingClass(CharacterClass)
    case repeats(found: Int, most: Int)
    /// It holds something about its owner, in either direction and any case.
    case holds(PasswordOwner.Trait, isReversed: Bool)
    /// It is one of the `last` passwords of the user, the one in use among them.
    case reused(last: Int)
    /// The password in use cannot be changed by its owner yet.
    case tooYoung(until: Instant)
}

extension PasswordViolation: CustomStringConvertible {
    /// One sentence that begins with "the password".
    package var description: String {
        switch self {
        case .notText: "the password is no text in UTF-8"
        case .controlCharacter: "the password holds a control character or a line break"
        case .tooShort(let found, let fewest):
            "the password has \(counted(found, "character")), and \(fewest) are the fewest"
        case .tooLong(let found, let most):
            "the password has \(counted(found, "character")), and \(most) are the most"
        case .fewClasses(let found, let fewest):
            "the password has characters of \(counted(found, "class", "classes")) out of capital letters, small letters, "
                + "digits and symbols, and \(fewest) are the fewest"
        case .missingClass(let missing): "the password has no \(missing.words)"
        case .repeats(let found, let most):
            "the password has one character \(found) times in a row, and \(most) \(most == 1 ? "is" : "are") the most"
        case .holds(let trait, let isReversed):
            "the password holds the user's \(trait.words)" + (isReversed ? " backwards" : "")
        case .reused(1): "the password is the one in use"
        case .reused(let last): "the password is one of the last \(last)"
        case .tooYoung(let until): "the password in use can be changed from \(until) on"
        }
    }
}

private func counted(_ count: Int, _ word: String, _ words: String? = nil) -> String {
    "\(count) \(count == 1 ? word : words ?? word + "s")"
}

extension PasswordOwner.Trait {
    fileprivate var words: String {
        switch self {
        case .userName: "name"
        case .phone: "phone number"
        case .email: "e-mail address"
        }
    }
}
