/// The schemas of principals and policies.
extension KindSchema {
    /// The ways a person can prove who they are at login or before a dangerous operation.
    private static let protectionMethods = ["vmfa", "sms", "email"]

    /// What most kinds have.
    static let description = FieldSchema(
        field: .description, type: .text(limit: 255, .prose), summary: "What the object is for.")

    /// A person or a program.
    static let user = KindSchema(
        kind: .user,
        fields: [
            FieldSchema(
                field: .displayName, type: .text(limit: 128, .line), summary: "The name people read."),
            description,
            FieldSchema(
                field: .email, type: .text(limit: 255, .email), summary: "The user's e-mail address."),
            FieldSchema(
                field: .phone, type: .text(limit: 32, .phone),
                summary: "The user's phone number, with country code."),
            FieldSchema(
                field: .enabled, type: .boolean, summary: "Whether the user can log in or call at all."),
            FieldSchema(
                field: .consoleEnabled, type: .boolean, summary: "Whether the user can log in to the console."
            ),
            FieldSchema(
                field: .consoleResetAtNextLogin, type: .boolean,
                summary: "Whether the password must be changed at the next login."),
            FieldSchema(
                field: .consoleProtection, type: .words(protectionMethods),
                summary: "The second factors asked for at login."),
            FieldSchema(
                field: .consoleInitialPassword, type: .credential,
                summary: "The initial password, made and delivered when its generation rises."),
            FieldSchema(
                field: .programmatic, type: .boolean, summary: "Whether the user can call the APIs."),
            FieldSchema(
                field: .operationProtection, type: .words(protectionMethods),
                summary: "The second factors asked for before a dangerous operation."),
            FieldSchema(
                field: .mfaRequired, type: .boolean,
                summary: "Whether the user has to have an MFA device; only the user can bind one."),
            FieldSchema(
                field: .accessKeysMax, type: .integer(0...10),
                summary: "How many access keys the user may have."),
            FieldSchema(
                field: .accessKeysMaxAgeDays, type: .integer(1...3650),
                summary: "How old an access key may become."),
            FieldSchema(
                field: .accessKeysGraceDays, type: .integer(0...90),
                summary: "How many days a replaced key stays disabled before it is deleted; 1 unless stated."),
            FieldSchema(
                field: .accessKeysKeys, type: .accessKeys, summary: "The access keys the user has."),
            FieldSchema(
                field: .invitationEmail, type: .text(limit: 255, .email),
                summary: "The address an invitation goes to."),
            FieldSchema(
                field: .invitationPhone, type: .text(limit: 32, .phone),
                summary: "The phone number an invitation goes to."),
            FieldSchema(
                field: .invitationAccount, type: .text(limit: 128, .line),
                summary: "The account of another platform an invitation goes to."),
        ],
        edgeLists: [.groups, .policies])

    /// Users with the same policies.
    static let group = KindSchema(
        kind: .group,
        fields: [
            FieldSchema(
                field: .displayName, type: .text(limit: 128, .line), summary: "The name people read."),
            description,
        ],
        edgeLists: [.members, .policies])

    /// A custom policy.
    static let policy = KindSchema(
        kind: .policy,
        fields: [
            description,
            FieldSchema(
                field: .document, type: .document,
                summary: "The policy document in the vendor's own language."),
        ],
        edgeLists: [])

    /// A delegation.
    static let agency = KindSchema(
        kind: .agency,
        fields: [
            description,
            FieldSchema(
                field: .trust, type: .trust, summary: "Who may assume the agency."),
            FieldSchema(
                field: .trustPolicy, type: .document,
                summary: "The trust document in the vendor's own language."),
            FieldSchema(
                field: .duration, type: .duration, summary: "How long the delegation lasts."),
            FieldSchema(
                field: .maxSessionSeconds, type: .integer(900...43_200),
                summary: "How long a session under the agency may last."),
        ],
        edgeLists: [.policies])
}
