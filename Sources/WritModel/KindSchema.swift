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
    /// A credential by its generation, such as a password.
    case credential
    /// A set of declared access keys, each with a name.
    case accessKeys
    /// A set of ranges of network addresses.
    case addresses
    /// One of the given words.
    case word([String])
    /// A set of texts of a form, each of at most `limit` Unicode scalars; how many there may be.
    case texts(limit: Int, TextForm, count: ClosedRange<Int>)
    /// SAML metadata: XML, of which only the frame is read.
    case metadata
    /// The public keys of an identity provider as a JSON Web Key Set, kept as canonical JSON.
    case signingKeys
    /// A set of mappings of an identity provider.
    case mappings
    /// A native policy document; `documentFile` may name a file instead of the field.
    case document
    /// `forever`, or a number of days as `30d`.
    case duration

    /// Whether the field is a collection and so has a mode.
    package var isCollection: Bool {
        switch self {
        case .words, .trust, .accessKeys, .addresses, .texts, .mappings: true
        case .text, .integer, .boolean, .document, .duration, .credential, .word, .metadata, .signingKeys:
            false
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
    /// An `https` URL without fragment.
    case url
    /// The digest of a certificate in hexadecimal, in lower case once it is read: SHA-1 or SHA-256.
    case thumbprint
    /// Printable ASCII without spaces, quotes and backslashes.
    case token
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
        case .securitySettings: securitySettings
        case .project: project
        case .identityProvider: identityProvider
        }
    }
}
