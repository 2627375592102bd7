import Testing
import WritModel

/// One case of the table: what the account's rules are, what happened before, and what becomes of a password.
struct PasswordRow: Sendable, CustomTestStringConvertible {
    /// Something that happens before.
    enum Event: Sendable {
        /// An administrator sets a password.
        case given(String, minute: Int, mustChange: Bool = false)
        /// The user changes it.
        case changed(String, minute: Int)
        /// Somebody changes the rules: assignments of SQL.
        case rules(String)
    }

    /// What is done in the end.
    enum Attempt: Sendable {
        case change(String, minute: Int)
        case reset(String, minute: Int)
        case login(String, minute: Int)
    }

    /// What comes of it.
    enum Expected: Hashable, Sendable {
        case done
        case refused([PasswordViolation])
        case verdict(String)
    }

    var testDescription: String
    /// Assignments of SQL such as `minimum_length = 10`; `nil` for an account without a password policy.
    var policy: String?
    var required: [String]
    var before: [Event]
    var attempt: Attempt
    var expected: Expected

    /// An administrator's reset, where nothing was before.
    init(
        _ name: String, _ policy: String?, required: [String] = [], _ password: String,
        _ violations: PasswordViolation...
    ) {
        self.init(
            name, policy, required: required, [], .reset(password, minute: 0),
            violations.isEmpty ? .done : .refused(violations))
    }

    init(
        _ name: String, _ policy: String?, required: [String] = [], _ before: [Event], _ attempt: Attempt,
        _ expected: Expected
    ) {
        (testDescription, self.policy, self.required) = (name, policy, required)
        (self.before, self.attempt, self.expected) = (before, attempt, expected)
    }

    /// The moment so many minutes after the start.
    static func time(_ minute: Int) -> Instant { Instant(epochSeconds: 1_800_000_000 + Int64(minute) * 60) }
}

/// `count` different characters of all four classes, which hold nothing of the user.
func passwordText(_ count: Int) -> String {
    let characters = Array("aB3!dE5#gH7%kM9-pQ2*tU4+xZ6=")
    return String((0..<count).map { characters[$0 % characters.count] })
}
