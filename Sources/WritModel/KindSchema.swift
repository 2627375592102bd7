/// What a field holds; the decoder, the stores and the schemas all follow it.
package enum FieldType: Hashable, Sendable {
    /// A text of at most `limit` Unicode scalars.
    case text(limit: Int, TextForm)
    case integer(ClosedRange<Int>)
    case boolean
    /// A set of words out of the given ones.
    case words([String])
    /// A set of principals that may assume an agency.
    case trust
    /// A set of declared access keys, each with a name.
    case accessKeys
    /// A native policy document; `documentFile` may name a file instead of the field.
    case document
    /// `forever`, or a number of days as `30d`.
    case duration

    /// Whether the field is a collection and so has a mode.
    package var isCollection: Bool {
        switch self {
        case .words, .trust, .accessKeys: true
        case .text, .integer, .boolean, .document, .duration: false
        }
    }
}

/// What a text may look like.
package enum TextForm: Sendable {
    /// One line.
    case line
    /// Any number of lines.
    case prose
    /// `local@domain`.
    case email
    /// `+` and digits, with spaces or hyphens between.
    case phone
}

/// One field of a kind: the single place where it is declared.
package struct FieldSchema: Hashable, Sendable {
    /// The field.
    package let field: Field
    /// What it holds.
    package let type: FieldType
    /// One sentence for the schemas and the reference.
    package let summary: String
}

/// The fields and edge lists of a kind.
package struct KindSchema: Hashable, Sendable {
    /// The kind it describes.
    package let kind: Kind
    /// In declaration order.
    package let fields: [FieldSchema]
    /// The lists of edges that its manifests may state.
    package let edgeLists: [EdgeList]

    /// The schema of `field`, if the kind has it.
    package subscript(field: Field) -> FieldSchema? { fields.first { $0.field == field } }

    /// The schema of `kind`.
    package static func of(_ kind: Kind) -> KindSchema {
        switch kind {
        case .user: user
        case .group: group
        case .policy: policy
        case .agency: agency
        case .passwordPolicy: passwordPolicy
        }
    }

    /// The ways a person can prove who they are at login or before a dangerous operation.
    private static let protectionMethods = ["vmfa", "sms", "email"]

    private static let description = FieldSchema(
        field: .description, type: .text(limit: 255, .prose), summary: "What the object is for.")

    private static let user = KindSchema(
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
                field: .programmatic, type: .boolean, summary: "Whether the user can call the APIs."),
            FieldSchema(
                field: .operationProtection, type: .words(protectionMethods),
                summary: "The second factors asked for before a dangerous operation."),
            FieldSchema(
                field: .accessKeysMax, type: .integer(0...10),
                summary: "How many access keys the user may have."),
            FieldSchema(
                field: .accessKeysMaxAgeDays, type: .integer(1...3650),
                summary: "How old an access key may become."),
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

    private static let group = KindSchema(
        kind: .group,
        fields: [
            FieldSchema(
                field: .displayName, type: .text(limit: 128, .line), summary: "The name people read."),
            description,
        ],
        edgeLists: [.members, .policies])

    private static let policy = KindSchema(
        kind: .policy,
        fields: [
            description,
            FieldSchema(
                field: .document, type: .document,
                summary: "The policy document in the vendor's own language."),
        ],
        edgeLists: [])

    private static let agency = KindSchema(
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

    private static let passwordPolicy = KindSchema(
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
}
