internal import WritManifest
internal import WritModel
internal import WritPlan

extension OutputSchemas {
    /// One step of a plan.
    static let change = SchemaNode.closed(
        [
            (
                "address",
                SchemaNode.definition("address").described(
                    "The object: of a membership the group, of an attachment the principal.")
            ),
            ("effect", SchemaNode().with("oneOf", .array(Action.allCases.map { effect($0).json }))),
            ("cause", SchemaNode.words(Cause.allCases.map(\.rawValue)).described("Why.")),
            ("foreign", SchemaNode.boolean.described("Whether an edge is cut that Writ did not make.")),
            (
                "wave",
                SchemaNode.count.described(
                    "What sort of step: 0 adopt, 1 rename, 2 create, 3 update, 4 edges that deny, 5 grants, "
                        + "6 revocations, 7 edges that deny going, 8 delete, 9 release; between 3 and 4: 10 access keys deleted, "
                        + "11 credentials.")
            ),
            (
                "step",
                SchemaNode.count.described(
                    "Changes of one step are made side by side; steps follow one another.")
            ),
            ("source", SchemaNode.definition("span").described("The line that says so.")),
            ("origin", .definition("origin")),
            (
                "fieldOrigins",
                SchemaNode.closed(Field.allCases.map { ($0.rawValue, .definition("origin")) })
                    .described("Origins by field.")
            ),
        ], required: ["address", "effect", "cause", "foreign", "wave", "step"]
    ).described("One step.")

    private static func effect(_ action: Action) -> SchemaNode {
        let members: [(String, SchemaNode)]
        var optional: [(String, SchemaNode)] = []
        switch action {
        case .create, .delete: members = [("fields", .definition("values"))]
        case .update: members = [("fields", SchemaNode.list(of: fieldChange).with("minItems", 1))]
        case .rename: members = [("from", SchemaNode.text.described("The name it had."))]
        case .join, .leave: members = [("membership", .definition("membership"))]
        case .attach:
            members = [("attachment", .definition("attachment"))]
            optional = [
                ("expires", .definition("expiry")),
                (
                    "replacing",
                    SchemaNode.closed([("expires", .definition("expiry"))])
                        .described("What the attachment had before; without `expires`: no end.")
                ),
            ]
        case .detach:
            members = [("attachment", .definition("attachment"))]
            optional = [("expires", .definition("expiry"))]
        case .issue:
            members = credential
            optional = [("name", SchemaNode.text.described("The access key's name."))]
        case .enable, .disable, .revoke: members = [("accessKey", accessKey)]
        case .adopt, .release: members = [("ownership", .definition("ownership"))]
        }
        let word = SchemaNode.constant(action.rawValue)
        return .closed(
            [("action", word)] + members + optional, required: ["action"] + members.map(\.0))
    }

    /// A credential that is made; an access key has a `name` besides.
    static let credential: [(String, SchemaNode)] = [
        ("credential", SchemaNode.words(["password", "accessKey"])),
        ("generation", SchemaNode.count.described("A higher number is another value.")),
        ("recipient", SchemaNode.text.described("To whom the value is encrypted.")),
    ]

    private static let accessKey = SchemaNode.whole([
        ("id", SchemaNode.text.described("The store's id.")),
        (
            "name",
            SchemaNode.text.described("The name in the manifest; for a key that Writ did not make, its id.")
        ),
        ("generation", SchemaNode.count.described("Which of its name.")),
    ]).described("A live access key.")

    private static let fieldChange = SchemaNode.closed(
        [
            ("field", .definition("field")),
            (
                "before",
                SchemaNode.definition("value").described("Absent: the store has none, or cannot tell.")
            ),
            ("after", .definition("value")),
        ], required: ["field", "after"])

    /// What is taken over or given up.
    static let ownership = SchemaNode.whole([
        ("object", .boolean), ("fields", .list(of: .definition("field"))),
        ("lists", .list(of: .words(EdgeList.allCases.map(\.rawValue)))),
        ("memberships", .list(of: .definition("membership"))),
        ("attachments", .list(of: .definition("attachment"))),
    ]).described("What is taken over or given up; nothing in the store changes.")
}
