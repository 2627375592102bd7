internal import WritModel

/// Where the objects of a kind are stored, derived from the kind's schema.
///
/// A field with one value is a column named like the field; a collection is a table of its own with
/// one row an item. A new field therefore needs a line in ``KindSchema`` and a migration, no code.
struct KindTable {
    /// How a value is stored in a column.
    enum Form {
        case text, integer, boolean, document
    }

    /// A field with one value.
    struct Column {
        var field: Field
        var form: Form
        /// The column's name.
        var name: String
    }

    /// A field that is a collection.
    struct Collection {
        var field: Field
        var type: FieldType
        /// The name of the table with the items.
        var table: String
        /// The columns of an item.
        var columns: [String]
    }

    /// Where a field's value is found: the index of its column or of its collection.
    enum Place {
        case column(Int, Field, Form)
        case collection(Int, Field)
    }

    let kind: Kind
    /// The table's name.
    let name: String
    /// The column of a collection's table that names the object.
    let owner: String
    /// In field order.
    let columns: [Column]
    let collections: [Collection]
    /// Where the values of all fields are found, in field order.
    let places: [Place]

    /// The table of `kind`.
    static func of(_ kind: Kind) -> KindTable {
        switch kind {
        case .user: users
        case .group: groups
        case .policy: policies
        case .agency: agencies
        case .passwordPolicy: passwordPolicy
        case .securitySettings: securitySettings
        case .project: projects
        case .identityProvider: identityProviders
        }
    }

    private static let users = KindTable(.user, table: "users", prefix: "user")
    private static let groups = KindTable(.group, table: "groups", prefix: "group")
    private static let policies = KindTable(.policy, table: "policies", prefix: "policy")
    private static let agencies = KindTable(.agency, table: "agencies", prefix: "agency")
    private static let passwordPolicy = KindTable(
        .passwordPolicy, table: "password_policy", prefix: "password_policy")
    private static let securitySettings = KindTable(
        .securitySettings, table: "security_settings", prefix: "security_settings")
    private static let identityProviders = KindTable(
        .identityProvider, table: "identity_providers", prefix: "identity_provider")
    private static let projects = KindTable(.project, table: "projects", prefix: "project")

    private init(_ kind: Kind, table: String, prefix: String) {
        let fields = KindSchema.of(kind).fields
            // Credentials have tables of their own, with more than the fields show.
            .filter { Capabilities.sqlite[kind, $0.field] != .unsupported && !$0.field.isCredential }
            .sorted { $0.field < $1.field }
        self.kind = kind
        self.name = table
        self.owner = prefix + "_id"
        self.columns = fields.filter { !$0.type.isCollection }
            .map { Column(field: $0.field, form: form(of: $0.type), name: snakeCase($0.field.rawValue)) }
        self.collections = fields.filter(\.type.isCollection)
            .map {
                Collection(
                    field: $0.field, type: $0.type, table: prefix + "_" + snakeCase($0.field.rawValue),
                    columns: itemColumns(of: $0.type))
            }
        var counts = (columns: 0, collections: 0)
        var places: [Place] = []
        for field in fields {
            if field.type.isCollection {
                places.append(.collection(counts.collections, field.field))
                counts.collections += 1
            } else {
                places.append(.column(counts.columns, field.field, form(of: field.type)))
                counts.columns += 1
            }
        }
        self.places = places
    }
}

extension Capabilities {
    /// What a SQLite store can do.
    static let sqlite = Capabilities(
        exceptions: [
            .user: [
                .email: .asyncVerify, .phone: .asyncVerify, .invitationEmail: .asyncVerify,
                .invitationPhone: .asyncVerify, .invitationAccount: .asyncVerify,
            ],
            .identityProvider: [.signIn: .replaceOnChange],
        ],
        parallelism: 4)
}

private func form(of type: FieldType) -> KindTable.Form {
    switch type {
    case .integer: .integer
    case .boolean: .boolean
    case .document: .document
    case .text, .duration, .word, .metadata, .signingKeys: .text
    case .words, .trust, .accessKeys, .addresses, .texts, .mappings, .credential:
        preconditionFailure("a collection is no column, and neither is a credential")
    }
}

/// The columns of a collection's item.
private func itemColumns(of type: FieldType) -> [String] {
    switch type {
    case .trust: ["sort", "name"]
    case .addresses: ["range", "note"]
    case .mappings: ["name", "user_name", "conditions"]
    default: ["word"]
    }
}

/// `console.resetAtNextLogin` as `console_reset_at_next_login`.
private func snakeCase(_ name: String) -> String {
    var result = ""
    for character in name {
        if character == "." {
            result += "_"
        } else if character.isUppercase {
            result += "_" + character.lowercased()
        } else {
            result.append(character)
        }
    }
    return result
}
