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
        case .programmatic: 8
        case .operationProtection: 9
        case .accessKeysMax: 10
        case .accessKeysMaxAgeDays: 11
        case .accessKeysKeys: 12
        case .invitationEmail: 13
        case .invitationPhone: 14
        case .invitationAccount: 15
        case .document: 16
        case .trust: 17
        case .trustPolicy: 18
        case .duration: 19
        case .maxSessionSeconds: 20
        case .minimumLength: 21
        case .minimumCharacterClasses: 22
        case .requiredClasses: 23
        case .maximumRepeats: 24
        case .forbidUserName: 25
        case .validityDays: 26
        case .minimumAgeMinutes: 27
        case .history: 28
        case .sessionIdleMinutes: 29
        case .sessionMaximumHours: 30
        case .lockoutFailures: 31
        case .lockoutWindowMinutes: 32
        case .lockoutMinutes: 33
        case .inactivityDays: 34
        case .selfService: 35
        case .protectionEnabled: 36
        case .protectionVerifierEmail: 37
        case .protectionVerifierPhone: 38
        case .consoleAllowFrom: 39
        case .apiAllowFrom: 40
        case .parent: 41
        case .signIn: 42
        case .otherLogins: 43
        case .samlMetadata: 44
        case .oidcIssuer: 45
        case .oidcClientIDs: 46
        case .oidcThumbprints: 47
        case .oidcAuthorizationEndpoint: 48
        case .oidcScopes: 49
        case .oidcResponseMode: 50
        case .oidcSigningKeys: 51
        case .mappings: 52
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
