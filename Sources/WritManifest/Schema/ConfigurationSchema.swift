internal import WritModel

extension ManifestSchemas {
    /// `writ.yaml`.
    ///
    /// - Parameter lint: what stands under `lint`, and the definitions it refers to: the rules are known elsewhere.
    package static func configuration(
        lint: SchemaNode, definitions: [(name: String, node: SchemaNode)]
    ) -> SchemaDocument {
        SchemaDocument(
            id: "urn:writ:configuration:v1", title: "Writ configuration (writ.yaml)",
            summary: "The targets of a repository: which account, in which store, described by which paths.",
            root: .whole(
                [
                    ("apiVersion", apiVersion),
                    ("kind", .constant("Configuration").described("`writ.yaml` is a Configuration.")),
                    (
                        "targets",
                        SchemaNode.type("object").with("minProperties", 1)
                            .with("propertyNames", ["pattern": "^[A-Za-z0-9._-]+$"])
                            .with("additionalProperties", ["$ref": "#/$defs/target"])
                            .described("The targets by name.")
                    ),
                ], optional: [("lint", lint)]),
            definitions: [("target", target), ("guards", guards), ("limit", limit), ("path", path)]
                + definitions)
    }

    private static let target = SchemaNode.closed(
        [
            (
                "account",
                SchemaNode.someText.described(
                    "The account id that the store has to answer; anything else is refused.")
            ),
            (
                "store",
                SchemaNode.words(StoreKind.allCases.map(\.rawValue)).described(
                    "The sort of store; where it is, a flag says."
                )
                .with("default", .string(StoreKind.sqlite.rawValue))
            ),
            (
                "dialect",
                SchemaNode.words(Dialect.allCases.map(\.rawValue)).described(
                    "The vendor whose language the account's policy documents are in."
                )
                .with("default", .string(Dialect.huawei.rawValue))
            ),
            (
                "paths",
                SchemaNode.list(of: .definition("path")).with("minItems", 1).with("uniqueItems", true)
                    .with("default", ["."])
                    .described(
                        "Folders or files of manifests, from the folder of writ.yaml; `.` is all of it.")
            ),
            (
                "applier",
                SchemaNode.text(matching: "^(user|agency|identity-provider)/.+$").described(
                    "The user or agency whose credentials apply plans, or the identity provider they come through: none may take away what it may do."
                )
            ),
            (
                "applierAddresses",
                SchemaNode.list(of: .text(matching: addressPattern)).with("uniqueItems", true).described(
                    "From where plans are applied: no address list may shut these out.")
            ),
            ("guards", .definition("guards")),
        ], required: ["account"]
    ).described("One account in one store, with the manifests that describe it.")

    /// A path below the folder of `writ.yaml`, without `.` and `..` in it.
    private static let path = SchemaNode.text(
        matching: #"^([.]/?|([.]/)?(?![.]{1,2}(/|$))[^/\\]+(/(?![.]{1,2}(/|$))[^/\\]+)*/*)$"#)

    private static let guards = SchemaNode.closed([
        ("removedObjects", SchemaNode.definition("limit").described("Objects deleted, per kind.")),
        ("removedEdges", SchemaNode.definition("limit").described("Memberships, and attachments, removed.")),
        ("updatedObjects", SchemaNode.definition("limit").described("Objects updated or renamed.")),
        (
            "maxSensitiveGrants",
            SchemaNode.integer(0...1_000_000).described("Principals that gain sensitive access by one plan.")
        ),
    ]).described("How much one plan may change before somebody has to approve it.")

    private static let limit = SchemaNode.closed([
        ("floor", SchemaNode.integer(0...1_000_000).described("So many may always change.")),
        ("percent", SchemaNode.integer(0...100).described("So many of a hundred may change.")),
        ("ceiling", SchemaNode.integer(0...1_000_000).described("More may never change.")),
    ]).described("max(floor, min(ceiling, percent)) may change; what is not stated keeps its default.")
}
