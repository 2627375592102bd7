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
    case mfaRequired = "mfa.required"
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
        case .mfaRequired: 11
        case .accessKeysMax: 12
        case .accessKeysMaxAgeDays: 13
        case .accessKeysGraceDays: 14
        case .accessKeysKeys: 15
        case .invitationEmail: 16
        case .invitationPhone: 17
        case .invitationAccount: 18
        case .document: 19
        case .trust: 20
        case .trustPolicy: 21
        case .duration: 22
        case .maxSessionSeconds: 23
        case .minimumLength: 24
        case .minimumCharacterClasses: 25
        case .requiredClasses: 26
        case .maximumRepeats: 27
        case .forbidUserName: 28
        case .validityDays: 29
        case .minimumAgeMinutes: 30
        case .history: 31
        case .sessionIdleMinutes: 32
        case .sessionMaximumHours: 33
        case .lockoutFailures: 34
        case .lockoutWindowMinutes: 35
        case .lockoutMinutes: 36
        case .inactivityDays: 37
        case .selfService: 38
        case .protectionEnabled: 39
        case .protectionVerifierEmail: 40
        case .protectionVerifierPhone: 41
        case .consoleAllowFrom: 42
        case .apiAllowFrom: 43
        case .parent: 44
        case .signIn: 45
        case .otherLogins: 46
        case .samlMetadata: 47
        case .oidcIssuer: 48
        case .oidcClientIDs: 49
        case .oidcThumbprints: 50
        case .oidcAuthorizationEndpoint: 51
        case .oidcScopes: 52
        case .oidcResponseMode: 53
        case .oidcSigningKeys: 54
        case .mappings: 55
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
