internal import WritManifest
internal import WritModel
internal import WritPlan
internal import WritPolicy

extension OutputSchemas {
    /// `writ diff --format json`.
    static var diff: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:diff:1", title: "Writ difference",
            summary: "Who gains and loses which access between two commits.",
            root: .whole([format("writ/diff/1")] + comparison), definitions: definitions)
    }

    /// What a printed plan says of access: the members of a difference, and what holds on the way.
    static let accessEffect = SchemaNode.whole(
        comparison + [
            (
                "windows",
                SchemaNode.list(
                    of: .whole([
                        ("sort", .words(AccessWindow.Sort.allCases.map(\.rawValue))),
                        ("after", SchemaNode.count.described("The change, counted from 0, that opens it.")),
                        ("until", SchemaNode.count.described("The change that closes it for the witness.")),
                        ("principals", .list(of: .text)), ("witness", witness),
                    ])
                ).described("Access that only a moment between two changes gives, or lacks.")
            ),
            ("administrators", .whole([("before", .count), ("lowest", .count)])),
            (
                "appliers",
                SchemaNode.list(
                    of: .closed(
                        [
                            ("principal", .text), ("outcome", .words(ApplierCheck.outcomeWords)),
                            ("after", SchemaNode.count.described("The change, counted from 0.")),
                            ("witness", witness), ("reasons", .list(of: .text)),
                        ], required: ["principal", "outcome"])
                ).described("Whether who applies plans keeps its rights; empty: nobody says who that is.")
            ),
        ]
    ).described("Who gains and loses which access. Only in printed plans, never in a saved file.")

    private static let comparison: [(name: String, node: SchemaNode)] = [
        ("principals", SchemaNode.count.described("How many users and agencies there are.")),
        ("unchanged", SchemaNode.count.described("How many of them can do exactly what they could, proved.")),
        ("changes", SchemaNode.list(of: accessChange).described("Most dangerous first.")),
        (
            "routes",
            SchemaNode.list(
                of: .whole([
                    ("principals", .list(of: .text)), ("added", .list(of: way)), ("removed", .list(of: way)),
                ])
            ).described("Other ways to the same access.")
        ),
        (
            "unknown",
            SchemaNode.list(of: .whole([("principals", .list(of: .text)), ("reasons", .list(of: .text))]))
                .described("Of whom it cannot be told.")
        ),
        ("escalation", escalation),
    ]

    /// What gives access.
    static let source = SchemaNode.closed(
        [
            ("policy", .text),
            ("system", SchemaNode.boolean.described("Whether it is built into the cloud.")),
            ("scope", .text), ("expires", .text),
            ("trust", SchemaNode.text.described("The agency whose trust gives it.")),
        ], required: [])

    /// Which statement of its document.
    static let statement = SchemaNode.closed(
        [("index", .count), ("sid", .text)], required: ["index"])

    /// One way to access.
    static let way = SchemaNode.closed(
        [("source", source), ("attachedTo", .text), ("through", .text)], required: ["source", "attachedTo"])

    private static let witness = SchemaNode.closed(
        [
            ("action", .text), ("resource", .text),
            ("context", SchemaNode.type("object").described("Values by key.")),
            ("principal", SchemaNode.type("object").described("Sort to name, and the account.")),
        ], required: ["action", "resource", "context"]
    ).described("A request that one side allows and the other does not; ◊ stands for anything.")

    private static let accessChange = SchemaNode.closed(
        [
            ("direction", .words(AccessDirection.allCases.map(\.rawValue))),
            ("danger", .words(AccessDanger.allCases.map(\.rawValue))), ("source", source),
            ("statement", statement),
            ("actions", .list(of: .text)), ("resources", .list(of: .text)), ("conditions", .list(of: .text)),
            ("principals", .list(of: .text)), ("groups", .list(of: .text)),
            ("latent", SchemaNode.boolean.described("Whether it counts only once something else changes.")),
            ("witness", witness),
            (
                "refusedBy",
                SchemaNode.whole([("source", source), ("statement", statement)])
                    .described("The Deny that refuses it on the other side.")
            ),
        ],
        required: [
            "direction", "danger", "source", "statement", "actions", "resources", "conditions", "principals",
            "groups",
            "latent", "witness",
        ])
}
