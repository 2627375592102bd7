/// A field of an object, named by its path in the manifest's `spec`.
///
/// Edge lists (`members`, `groups`, `policies`) are not fields: see ``EdgeList``.
package enum Field: String, CaseIterable, Comparable, Sendable {
    case displayName
    case description
    case email
    case phone
    case enabled
    case consoleEnabled = "console.enabled"
    case consoleResetAtNextLogin = "console.resetAtNextLogin"
    case consoleProtection = "console.protection"
    case programmatic
    case operationProtection
    case accessKeysMax = "accessKeys.max"
    case accessKeysMaxAgeDays = "accessKeys.maxAgeDays"
    case accessKeysKeys = "accessKeys.keys"
    case invitationEmail = "invitation.email"
    case invitationPhone = "invitation.phone"
    case invitationAccount = "invitation.account"
    case document
    case trust
    case trustPolicy
    case duration
    case maxSessionSeconds
    case minimumLength
    case minimumCharacterClasses
    case requiredClasses
    case maximumRepeats
    case forbidUserName
    case validityDays
    case minimumAgeMinutes
    case history

    /// Declaration order, which is the order in every output.
    package static func < (a: Field, b: Field) -> Bool { a.rank < b.rank }

    private var rank: Int { Field.ranks[self] ?? Int.max }

    private static let ranks = Dictionary(
        uniqueKeysWithValues: Field.allCases.enumerated().map { ($1, $0) })
}

/// A list of edges in a manifest's `spec`.
package enum EdgeList: String, CaseIterable, Comparable, Sendable {
    /// A group's users.
    case members
    /// A user's groups: the same edges as `members`, seen from the other end.
    case groups
    /// The attachments of a user, a group or an agency.
    case policies

    package static func < (a: EdgeList, b: EdgeList) -> Bool { a.rawValue < b.rawValue }
}
