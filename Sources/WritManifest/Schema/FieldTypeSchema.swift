internal import WritModel

extension FieldSchema {
    /// What a manifest may say about the field.
    var manifestSchema: SchemaNode { type.manifestSchema.described(summary) }
}

extension FieldType {
    fileprivate var manifestSchema: SchemaNode {
        switch self {
        case .text(let limit, let form): form.schema.with("maxLength", .integer(limit))
        case .integer(let range): .integer(range)
        case .boolean: .boolean
        case .words(let words): .modal(.words(words))
        case .trust: .modal(.definition("trustPrincipal"))
        case .accessKeys: .modal(.definition("accessKey"))
        case .addresses: .modal(.definition("addresses"))
        case .word(let words): .words(words)
        case .texts(let limit, let form, let count):
            .modal(form.schema.with("maxLength", .integer(limit)).with("minLength", 1))
                .with("minItems", .integer(count.lowerBound)).with("maxItems", .integer(count.upperBound))
        case .metadata: .text.with("minLength", 1).with("maxLength", .integer(longestMetadata))
        case .signingKeys:
            // As JSON after `|`, or as a mapping of texts.
            .types(["string", "object"])
        case .mappings: .modal(.definition("mapping"), forbidden: .definition("forbiddenMapping"))
        case .document: .definition("document")
        case .credential: .definition("credential")
        case .duration:
            .text(matching: "^(forever|[1-9][0-9]{0,5}d)$").examples("forever", "30d")
        }
    }
}

extension TextForm {
    fileprivate var schema: SchemaNode {
        switch self {
        case .prose: .text
        case .line: .line
        case .email:
            .text(matching: #"^[^@\u0000-\u0020]+@[^@\u0000-\u0020]+$"#).examples("alice@acme.example")
        case .url:
            .text(matching: #"^https://[^/?@\u0000-\u0020]+([/?][^\u0000-\u0020#]*)?$"#)
                .examples("https://login.example.com")
        case .thumbprint: .text(matching: "^([0-9A-Fa-f]{40}|[0-9A-Fa-f]{64})$")
        case .token: .text(matching: #"^[!#-\[\]-~]+$"#)
        // A country code and four digits at least.
        case .phone: .text(matching: "^[+][ -]*[0-9]([ -]*[0-9]){3,}[ -]*$").examples("+86 138 0000 0000")
        }
    }
}

extension SchemaNode {
    /// A text of one line.
    static var line: SchemaNode { text(matching: #"^[^\n]*$"#) }

    /// A collection with its mode: a plain list, `{atLeast: […]}` or `{none: […]}`.
    ///
    /// Each keyword speaks of one JSON type only, so that a validator's message is about the very item
    /// that is wrong, not about three ways of writing a list.
    ///
    /// - Parameter forbidden: an item of `none` where it differs.
    static func modal(_ item: SchemaNode, forbidden: SchemaNode? = nil) -> SchemaNode {
        let atLeast = list(of: item).with("uniqueItems", true)
            .described("These, and whatever else is there: nothing is ever removed.")
        let none = list(of: forbidden ?? item).with("uniqueItems", true)
            .described("None of these: nothing is ever added.")
        return types(["array", "object"])
            .with("items", item.json).with("uniqueItems", true)
            .with("properties", ["atLeast": atLeast.json, "none": none.json])
            .with("minProperties", 1).with("maxProperties", 1).with("additionalProperties", false)
    }
}
