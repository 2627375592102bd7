/// A kind of object that manifests declare.
package enum Kind: String, CaseIterable, Comparable, Sendable {
    case user
    case group
    case policy
    case agency
    case passwordPolicy = "password-policy"
    case securitySettings = "security-settings"
    case project
    case identityProvider = "identity-provider"

    /// The word in a manifest's `kind:`.
    package var manifestName: String {
        switch self {
        case .user: "User"
        case .group: "Group"
        case .policy: "Policy"
        case .agency: "Agency"
        case .passwordPolicy: "PasswordPolicy"
        case .securitySettings: "SecuritySettings"
        case .project: "Project"
        case .identityProvider: "IdentityProvider"
        }
    }

    /// The kind that a manifest's `kind:` names.
    package init?(manifestName: String) {
        guard let kind = Kind.allCases.first(where: { $0.manifestName == manifestName }) else {
            return nil
        }
        self = kind
    }

    /// Whether an account has one object of this kind, always named `default`.
    package var isSingleton: Bool { self == .passwordPolicy || self == .securitySettings }

    /// Whether policies can be attached to objects of this kind.
    package var isPrincipal: Bool { self == .user || self == .group || self == .agency }

    /// Whether requests can be made as one of this kind, or as somebody who is in it or comes through it.
    package var isActor: Bool { isPrincipal || self == .identityProvider }

    /// Declaration order, which is also the order in every output.
    package static func < (a: Kind, b: Kind) -> Bool { a.rank < b.rank }

    /// By rank: the hash of a raw value is that of its text, and addresses are hashed often.
    package func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: rank)) }

    private var rank: Int {
        switch self {
        case .user: 0
        case .group: 1
        case .policy: 2
        case .agency: 3
        case .passwordPolicy: 4
        case .securitySettings: 5
        case .project: 6
        case .identityProvider: 7
        }
    }
}
