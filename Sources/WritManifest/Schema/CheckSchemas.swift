package import WritModel

extension ManifestSchemas {
    /// A manifest that declares no object.
    package static func manifest(of kind: CheckKind) -> SchemaDocument {
        SchemaDocument(
            id: "urn:writ:\(kind.rawValue):v1", title: "Writ \(kind.manifestName)", summary: kind.summary,
            root: root(of: kind), definitions: metadataDefinitions + checkDefinitions)
    }

    /// The root of such a manifest.
    static func root(of kind: CheckKind) -> SchemaNode {
        .closed(
            [
                ("apiVersion", apiVersion),
                ("kind", .constant(kind.manifestName).described("What sort of check it is.")),
                (
                    "metadata",
                    SchemaNode.closed(
                        [
                            (
                                "name",
                                SchemaNode.text(matching: "^[0-9A-Za-z_.+=,@-]+$").with("maxLength", 64)
                                    .described("The name of the check, unique within its kind.")
                            ), ("labels", .definition("labels")),
                        ], required: ["name"]
                    ).described("Which check it is.")
                ), ("spec", kind == .accessTest ? testSpec : invariantSpec),
            ], required: ["apiVersion", "kind", "metadata", "spec"])
    }

    private static let description: (String, SchemaNode) = (
        "description", SchemaNode.text.with("maxLength", 255).described("What the check is for.")
    )

    private static let testSpec = SchemaNode.closed(
        [
            description,
            (
                "tests",
                SchemaNode.list(of: .definition("expectation")).with("minItems", 1)
                    .described("Each is asked on its own.")
            ),
        ], required: ["tests"]
    ).described("Questions with the answers they have to have.")

    private static let invariantSpec = SchemaNode.closed([
        description, ("nobody", SchemaNode.definition("region").described("What nobody may do.")),
        (
            "separate",
            SchemaNode.list(of: .definition("region")).with("minItems", 2)
                .described("Nobody may do something of each.")
        ),
        ("except", SchemaNode.definition("principals").described("Whom it leaves out.")),
        (
            "with",
            SchemaNode.definition("values").described("What every request says, by key: one value each.")
        ),
        (
            "at",
            SchemaNode.definition("moment").described("From when on it holds: from the run unless stated.")
        ),
    ]).with("oneOf", [["required": ["nobody"]], ["required": ["separate"]]])
        .described("A statement about everybody, whatever their requests say.")

    /// The definitions that checks refer to.
    static let checkDefinitions: [(name: String, node: SchemaNode)] = [
        (
            "expectation",
            SchemaNode.closed(
                [
                    ("who", SchemaNode.definition("principals").described("Each of them.")),
                    (
                        "as",
                        SchemaNode.definition("principals").described("The agencies that are assumed first.")
                    ),
                    (
                        "can",
                        SchemaNode.definition("someTexts").described("All of these actions are allowed.")
                    ),
                    (
                        "cannot",
                        SchemaNode.definition("someTexts").described("None of these actions is allowed.")
                    ),
                    ("on", SchemaNode.definition("someTexts").described("Resources; none unless stated.")),
                    (
                        "in",
                        SchemaNode.closed([
                            ("project", SchemaNode.someText.described("A project.")),
                            ("enterpriseProject", SchemaNode.someText.described("An enterprise project.")),
                            ("resourceGroup", SchemaNode.someText.described("A resource group.")),
                        ]).described("Where the request is made.")
                    ),
                    (
                        "with",
                        SchemaNode.definition("values").described("What else the request says, by key.")
                    ),
                    ("at", SchemaNode.definition("moment").described("When: at the run unless stated.")),
                ], required: ["who"]
            ).with("anyOf", [["required": ["can"]], ["required": ["cannot"]]])
                .described("What somebody can and cannot do.")
        ),
        (
            "region",
            SchemaNode.closed(
                [
                    ("may", SchemaNode.definition("someTexts").described("Actions, or patterns of them.")),
                    (
                        "on",
                        SchemaNode.definition("someTexts").described(
                            "Resources, or patterns of them; every one unless stated.")
                    ),
                ], required: ["may"]
            ).described("Actions on resources.")
        ),
        (
            "principals",
            SchemaNode.types(["string", "array"]).with("pattern", "^(user|group|agency)/.")
                .with("items", SchemaNode.text(matching: "^(user|group|agency)/.").json).with("minItems", 1)
                .with("uniqueItems", true)
                .described("One or several; a group stands for everybody in it.")
                .examples("group/payments", ["user/alice", "agency/ops"])
        ),
        (
            "someTexts",
            SchemaNode.types(["string", "array"]).with("minLength", 1).with("items", SchemaNode.someText.json)
                .with("minItems", 1).with("uniqueItems", true).described("One or several texts.")
        ),
        (
            "values",
            SchemaNode.type("object").with(
                "additionalProperties",
                SchemaNode.types(["string", "boolean", "integer", "array"]).with("minLength", 1)
                    .with(
                        "items", SchemaNode.types(["string", "boolean", "integer"]).with("minLength", 1).json
                    )
                    .with("minItems", 1).json
            ).described("Values by key.").examples(["g:MFAPresent": true])
        ),
        ("moment", momentSchema),
    ]
}

extension CheckKind {
    /// One sentence for the schemas.
    var summary: String {
        switch self {
        case .accessTest: "What somebody can and cannot do, checked without any store."
        case .invariant: "What nobody may do, or nobody may do together, whatever their requests say."
        }
    }
}
