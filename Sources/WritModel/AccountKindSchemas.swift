/// The schemas of what an account has beside principals and policies.
extension KindSchema {
    /// The rules for passwords.
    static let passwordPolicy = KindSchema(
        kind: .passwordPolicy,
        fields: [
            FieldSchema(
                field: .minimumLength, type: .integer(6...128), summary: "The fewest characters."),
            FieldSchema(
                field: .minimumCharacterClasses, type: .integer(1...4),
                summary: "How many classes of characters a password needs."),
            FieldSchema(
                field: .requiredClasses, type: .words(["uppercase", "lowercase", "digit", "symbol"]),
                summary: "The classes of characters every password needs."),
            FieldSchema(
                field: .maximumRepeats, type: .integer(0...32),
                summary: "How often one character may stand in a row; 0 is any number."),
            FieldSchema(
                field: .forbidUserName, type: .boolean,
                summary: "Whether the user's name, forwards or backwards, is refused."),
            FieldSchema(
                field: .validityDays, type: .integer(0...1095),
                summary: "After how many days a password expires; 0 is never."),
            FieldSchema(
                field: .minimumAgeMinutes, type: .integer(0...14_400),
                summary: "How long a password must be kept before it can be changed."),
            FieldSchema(
                field: .history, type: .integer(0...24),
                summary: "How many earlier passwords may not be used again."),
        ],
        edgeLists: [])

    /// How people log in and what they may change about themselves.
    ///
    /// The ranges hold what any vendor takes: Huawei Cloud's login, protect and ACL policies, Volcengine's security settings,
    /// JD Cloud's login settings.
    static let securitySettings = KindSchema(
        kind: .securitySettings,
        fields: [
            FieldSchema(
                field: .sessionIdleMinutes, type: .integer(15...2880),
                summary: "After how many minutes without a click a session ends."),
            FieldSchema(
                field: .sessionMaximumHours, type: .integer(0...168),
                summary: "After how many hours a session ends in any case; 0 is never."),
            FieldSchema(
                field: .lockoutFailures, type: .integer(1...16),
                summary: "After how many failed logins a user is locked out."),
            FieldSchema(
                field: .lockoutWindowMinutes, type: .integer(15...60),
                summary: "Within how many minutes failed logins count together."),
            FieldSchema(
                field: .lockoutMinutes, type: .integer(10...1440),
                summary: "For how many minutes a user stays locked out."),
            FieldSchema(
                field: .inactivityDays, type: .integer(0...240),
                summary: "After how many days without a login a user is disabled; 0 is never."),
            FieldSchema(
                field: .selfService, type: .words(["accessKeys", "email", "phone", "password", "mfa"]),
                summary: "What users may change about themselves; the rest only administrators do."),
            FieldSchema(
                field: .protectionEnabled, type: .boolean,
                summary: "Whether dangerous operations ask for a second factor."),
            FieldSchema(
                field: .protectionVerifierEmail, type: .text(limit: 255, .email),
                summary: "Where somebody else than the operator confirms dangerous operations."),
            FieldSchema(
                field: .protectionVerifierPhone, type: .text(limit: 32, .phone),
                summary: "Where somebody else than the operator confirms dangerous operations."),
            FieldSchema(
                field: .consoleAllowFrom, type: .addresses,
                summary: "The addresses from which people log in to the console; without one, from anywhere."),
            FieldSchema(
                field: .apiAllowFrom, type: .addresses,
                summary: "The addresses from which the APIs are called; without one, from anywhere."),
        ],
        edgeLists: [])

    /// A part of a region's resources.
    static let project = KindSchema(
        kind: .project,
        fields: [
            description,
            FieldSchema(
                field: .enabled, type: .boolean,
                summary: "Whether the project can be used; one that cannot is suspended."),
            FieldSchema(
                field: .parent, type: .text(limit: 64, .line),
                summary: "The project it is part of, such as that of its region."),
        ],
        edgeLists: [])
}
