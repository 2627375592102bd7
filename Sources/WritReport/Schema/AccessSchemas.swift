internal import WritManifest
internal import WritModel
internal import WritPolicy

extension OutputSchemas {
    /// `writ can --format json`, and `writ explain` with an action.
    static var can: SchemaDocument {
        document("can", "Writ answer", "Whether somebody may do something, with the proof.", answer)
    }

    /// `writ who-can --format json`.
    static var whoCan: SchemaDocument {
        document(
            "who-can", "Writ holders", "Everybody who may do something.",
            .whole(
                [
                    format("writ/who-can/1"), ("action", .text), ("resource", .optional(.text)),
                    ("at", .definition("time")), read, ("holders", .list(of: .definition("holder"))),
                ], optional: [commitRead]))
    }

    /// `writ explain --format json`.
    static var explain: SchemaDocument {
        let grant = SchemaNode.closed(
            [
                ("policy", .text), ("systemPolicy", .text),
                ("known", SchemaNode.boolean.described("Whether the document is known.")),
                ("expired", .boolean),
                ("route", .definition("route")), ("statements", .list(of: .definition("ground"))),
            ], required: ["known", "expired", "route", "statements"])
        let agency = SchemaNode.whole([("agency", .definition("address")), ("standing", standing)])
        return document(
            "explain", "Writ holdings", "What somebody holds and through what.",
            .whole(
                [
                    format("writ/explain/1"), ("principal", .definition("address")),
                    ("disabled", SchemaNode.boolean.described("A disabled user: nothing of it counts.")),
                    ("at", .definition("time")), read, ("grants", .list(of: grant)),
                    ("agencies", SchemaNode.list(of: agency).described("Those that it may assume.")),
                    ("outsiders", SchemaNode.list(of: .text).described("Of an agency: whom else it trusts.")),
                    (
                        "escalation",
                        SchemaNode.list(of: .whole(escalationPath))
                            .described("The ways by which it can become an administrator.")
                    ),
                ], optional: [commitRead]))
    }

    /// `writ test --format json`.
    static var test: SchemaDocument {
        let evidence = SchemaNode.whole([
            ("context", SchemaNode.type("object").described("What the request says, by key.")),
            ("answer", .definition("answer")),
        ])
        let finding = SchemaNode.whole([
            ("result", .words(["failed", "unknown"])), ("message", .text), ("source", .definition("span")),
            ("reasons", .list(of: .text)), ("evidence", .list(of: evidence)),
        ])
        let check = SchemaNode.whole([
            ("check", SchemaNode.text(matching: "^(access-test|invariant)/")),
            ("source", .definition("span")),
            ("holds", .boolean), ("count", SchemaNode.count.described("How many statements were looked at.")),
            ("findings", .list(of: finding)),
        ])
        return document(
            "test", "Writ test report", "What became of tests and invariants.",
            .whole(
                [format("writ/test/1"), ("at", .definition("time")), read, ("checks", .list(of: check))],
                optional: [commitRead]))
    }

    private static func document(
        _ name: String, _ title: String, _ summary: String, _ root: SchemaNode
    ) -> SchemaDocument {
        SchemaDocument(
            id: "urn:writ:\(name):1", title: title, summary: summary, root: root,
            definitions: definitions + accessDefinitions)
    }

    private static let read = (
        "read", SchemaNode.text.described("What was read: a revision, a snapshot or a live account.")
    )
    private static let commitRead = ("commit", SchemaNode.definition("commit"))
    private static let standing = SchemaNode.words(AccessHolder.Standing.allCases.map(\.rawValue))
    private static let verdict = SchemaNode.words(Verdict.allCases.map(\.rawValue))

    private static let answer = SchemaNode.whole(
        [
            format("writ/can/1"), ("verdict", verdict), ("principal", .definition("address")),
            ("action", .text), ("resource", .text), ("at", .definition("time")), read,
            (
                "steps",
                SchemaNode.list(of: .definition("accessStep")).described(
                    "Up to the first that is not allowed.")
            ),
            ("notes", .list(of: .text)),
        ], optional: [commitRead])

    private static let accessDefinitions: [(name: String, node: SchemaNode)] = [
        ("answer", answer),
        (
            "accessStep",
            .whole(
                [
                    ("principal", .definition("address")), ("action", .text), ("resource", .text),
                    ("verdict", verdict),
                    ("grounds", SchemaNode.list(of: .definition("ground")).described("What decides.")),
                    ("reasons", SchemaNode.list(of: .text).described("Why it is uncertain.")),
                    (
                        "misses",
                        SchemaNode.list(of: .definition("miss")).described(
                            "What came nearest to allowing it.")
                    ),
                    (
                        "reservations",
                        SchemaNode.list(of: .definition("miss")).described(
                            "Denies that wait for what the request does not say.")
                    ),
                ], optional: [("agency", SchemaNode.definition("address").described("What it leads into."))])
        ),
        (
            "ground",
            SchemaNode.closed(
                [
                    ("effect", .words(["Allow", "Deny"])),
                    ("statement", SchemaNode.text.described("Its path in the document.")), ("sid", .text),
                    ("policy", .text), ("systemPolicy", .text),
                    ("trust", SchemaNode.definition("address").described("The agency whose trust it is.")),
                    ("source", .definition("span")), ("routes", .list(of: .definition("route"))),
                ], required: ["effect", "statement"]
            ).described("A statement, and every way in which it reaches the one who asks.")
        ),
        (
            "route",
            SchemaNode.closed(
                [
                    ("attachedTo", .definition("address")),
                    (
                        "scope",
                        .words(["account", "allProjects", "project", "enterpriseProject", "resourceGroup"])
                    ),
                    ("scopeName", .someText), ("expires", .definition("expiry")),
                    ("source", .definition("span")),
                    (
                        "membership",
                        .any(of: [
                            .definition("membership"),
                            SchemaNode.whole([("identityProvider", .someText), ("group", .someText)]),
                        ])
                    ), ("membershipSource", .definition("span")),
                ], required: ["attachedTo", "scope"]
            ).described("An attachment, and the membership through which it counts.")
        ),
        (
            "miss",
            SchemaNode.whole([
                ("ground", .definition("ground")),
                ("elements", .list(of: .words(["action", "principal", "resource"]))),
                (
                    "conditions",
                    .list(
                        of: .whole([
                            ("operator", .text), ("key", .text), ("values", .list(of: .text)),
                            (
                                "given",
                                SchemaNode.list(of: .text).described("What the request says; empty: nothing.")
                            ),
                        ]))
                ),
            ]).described("A statement that would match but for these.")
        ),
        (
            "holder",
            SchemaNode.whole(
                [
                    ("principal", .definition("address")), ("standing", standing),
                    (
                        "via",
                        SchemaNode.list(of: .definition("address")).described("The agencies it assumes.")
                    ),
                    ("steps", .list(of: .definition("holderStep"))),
                ],
                optional: [
                    ("outsiders", SchemaNode.list(of: .text).described("Of an agency: whom else it trusts."))
                ]
            ).described("Somebody who may.")
        ),
        (
            "holderStep",
            .whole(
                [
                    ("principal", .definition("address")), ("standing", standing),
                    ("grounds", .list(of: .definition("ground"))),
                    ("conditional", .list(of: .definition("miss"))),
                    ("reservations", .list(of: .definition("miss"))), ("reasons", .list(of: .text)),
                ], optional: [("agency", .definition("address"))])
        ),
    ]
}
