/// A field of an object, named by its path in the manifest's `spec`.
///
/// Edge lists (`members`, `groups`, `policies`) are not fields: see ``EdgeList``.
public enum Field: String, CaseIterable, Comparable, Sendable {
    case displayName
    case description
    case email
    case phone
    case enabled
    case consoleEnabled = "console.enabled"
    case consoleResetAtNextLogin = "console.resetAtNextLogin"
    case consoleProtection = "console.protection"
    case consoleInitialPassword = "console.initialPassword"
    case programmatic
    case operationProtection
    case accessKeysMax = "accessKeys.max"
    case accessKeysMaxAgeDays = "accessKeys.maxAgeDays"
    case accessKeysGraceDays = "accessKeys.graceDays"
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
    case sessionIdleMinutes = "session.idleMinutes"
    case sessionMaximumHours = "session.maximumHours"
    case lockoutFailures = "lockout.failures"
    case lockoutWindowMinutes = "lockout.windowMinutes"
    case lockoutMinutes = "lockout.minutes"
    case inactivityDays
    case selfService
    case protectionEnabled = "operationProtection.enabled"
    case protectionVerifierEmail = "operationProtection.verifierEmail"
    case protectionVerifierPhone = "operationProtection.verifierPhone"
    case consoleAllowFrom = "console.allowFrom"
    case apiAllowFrom = "api.allowFrom"
    case parent
    case signIn
    case otherLogins
    case samlMetadata = "saml.metadata"
    case oidcIssuer = "oidc.issuer"
    case oidcClientIDs = "oidc.clientIds"
    case oidcThumbprints = "oidc.thumbprints"
    case oidcAuthorizationEndpoint = "oidc.authorizationEndpoint"
    case oidcScopes = "oidc.scopes"
    case oidcResponseMode = "oidc.responseMode"
    case oidcSigningKeys = "oidc.signingKeys"
    case mappings

    /// Whether it asks for a credential, which is made and delivered step by step and never written as a value.
    package var isCredential: Bool { self == .consoleInitialPassword || self == .accessKeysKeys }

    /// The fields of credentials.
    package static let credentials = allCases.filter(\.isCredential)

    /// Declaration order, which is the order in every output.
    @inlinable
    public static func < (a: Field, b: Field) -> Bool { a.rank < b.rank }

    @usableFromInline
    var rank: Int {
        switch self {
        case .displayName: 0
        case .description: 1
        case .email: 2
        case .phone: 3
        case .enabled: 4
        case .consoleEnabled: 5
        case .consoleResetAtNextLogin: 6
        case .consoleProtection: 7
        case .consoleInitialPassword: 8
        case .programmatic: 9
        case .operationProtection: 10
        case .accessKeysMax: 11
        case .accessKeysMaxAgeDays: 12
        case .accessKeysGraceDays: 13
        case .accessKeysKeys: 14
        case .invitationEmail: 15
        case .invitationPhone: 16
        case .invitationAccount: 17
        case .document: 18
        case .trust: 19
        case .trustPolicy: 20
        case .duration: 21
        case .maxSessionSeconds: 22
        case .minimumLength: 23
        case .minimumCharacterClasses: 24
        case .requiredClasses: 25
        case .maximumRepeats: 26
        case .forbidUserName: 27
        case .validityDays: 28
        case .minimumAgeMinutes: 29
        case .history: 30
        case .sessionIdleMinutes: 31
        case .sessionMaximumHours: 32
        case .lockoutFailures: 33
        case .lockoutWindowMinutes: 34
        case .lockoutMinutes: 35
        case .inactivityDays: 36
        case .selfService: 37
        case .protectionEnabled: 38
        case .protectionVerifierEmail: 39
        case .protectionVerifierPhone: 40
        case .consoleAllowFrom: 41
        case .apiAllowFrom: 42
        case .parent: 43
        case .signIn: 44
        case .otherLogins: 45
        case .samlMetadata: 46
        case .oidcIssuer: 47
        case .oidcClientIDs: 48
        case .oidcThumbprints: 49
        case .oidcAuthorizationEndpoint: 50
        case .oidcScopes: 51
        case .oidcResponseMode: 52
        case .oidcSigningKeys: 53
        case .mappings: 54
        }
    }

    /// By rank: the hash of a raw value is that of its text.
    public func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: rank)) }

    /// The key beside the field's that names a file of the commit which holds its value; `nil` for most fields.
    package var fileKey: String? {
        switch self {
        case .document: "documentFile"
        case .samlMetadata: "metadataFile"
        case .oidcSigningKeys: "signingKeysFile"
        default: nil
        }
    }
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

    /// By a number: the hash of a raw value is that of its text.
    package func hash(into hasher: inout Hasher) {
        let number: UInt8 =
            switch self {
            case .members: 0
            case .groups: 1
            case .policies: 2
            }
        hasher.combine(number)
    }
}
