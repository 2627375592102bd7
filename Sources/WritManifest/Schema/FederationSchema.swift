internal import WritModel

extension ManifestSchemas {
    /// The definitions of the items of an identity provider's `mappings`.
    static let federationDefinitions: [(name: String, node: SchemaNode)] = [
        (
            "mapping",
            SchemaNode.closed(mappingFields, required: ["name", "when"])
                .with("anyOf", [["required": ["user"]], ["required": ["groups"]]])
                .described("Which people get the access of which groups.")
                .examples([
                    "name": "engineers", "when": [["attribute": "groups", "anyOf": ["engineering"]]],
                    "groups": ["engineers"],
                ])
        ),
        (
            "forbiddenMapping",
            SchemaNode.closed(mappingFields, required: ["name"]).described(
                "A mapping that there must not be, by its name.")
        ),
        (
            "attributeCondition",
            SchemaNode.closed(
                [
                    ("attribute", name(255).described("The attribute or claim that the provider sends.")),
                    ("anyOf", values.described("One of its values is among these.")),
                    ("noneOf", values.described("None of its values is among these.")),
                    (
                        "regex",
                        SchemaNode.boolean.described(
                            "Whether the values are regular expressions; `false` unless stated.")
                    ),
                ], required: ["attribute"]
            ).with("not", ["required": ["anyOf", "noneOf"]])
                .described("What an attribute has to say: that it is there, where no values are listed.")
        ),
    ]

    private static let mappingFields: [(String, SchemaNode)] = [
        ("name", name(128).described("The name, unique among the provider's mappings.")),
        (
            "when",
            SchemaNode.list(of: .definition("attributeCondition")).with("minItems", 1).described(
                "All have to hold.")
        ),
        (
            "user",
            name(255).described(
                "The name of the federated user; `{0}` stands for the first condition that lists no values.")
        ),
        (
            "groups",
            SchemaNode.list(of: .definition("reference")).with("uniqueItems", true).described(
                "The groups whose access these people get.")
        ),
    ]

    private static let values = SchemaNode.list(of: name(255)).with("minItems", 1).with("uniqueItems", true)

    private static func name(_ limit: Int) -> SchemaNode {
        SchemaNode.line.with("minLength", 1).with("maxLength", .integer(limit))
    }
}
