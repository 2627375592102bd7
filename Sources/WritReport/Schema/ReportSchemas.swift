internal import WritManifest
internal import WritModel
internal import WritPlan

extension OutputSchemas {
    /// `writ apply --format json`.
    static var apply: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:apply:1", title: "Writ apply report", summary: "What an apply did.",
            root: .whole([
                format("writ/apply/1"),
                ("plan", SchemaNode.definition("digest").described("The plan's digest.")),
                ("complete", SchemaNode.boolean.described("Whether the store is as the commit says.")),
                ("alreadyApplied", .boolean), ("interrupted", .boolean),
                ("results", .list(of: result)),
                ("remaining", SchemaNode.list(of: .text).described("What a second look still finds to do.")),
                (
                    "undelivered",
                    SchemaNode.list(of: undelivered)
                        .described("Credentials that were made and wait to be handed over.")
                ),
                (
                    "diagnostics",
                    SchemaNode.list(of: .definition("diagnostic")).described("What waits for a person.")
                ),
                (
                    "approved",
                    SchemaNode.list(of: .words(GuardRule.allCases.map(\.rawValue)))
                        .described("The rules that approvals lifted.")
                ),
            ]), definitions: definitions)
    }

    private static let undelivered = SchemaNode.closed(
        [("user", SchemaNode.text.described("Whose it is."))] + credential + [
            ("name", SchemaNode.text.described("The access key's name.")),
            ("reason", SchemaNode.text.described("Why it waits.")),
        ], required: ["user", "credential", "generation", "recipient", "reason"])

    private static let result = SchemaNode.closed(
        [
            ("change", .definition("change")),
            (
                "result",
                .words(["applied", "alreadySo", "skipped", "failed", "conflict", "unknown"])
            ),
            ("reason", SchemaNode.text.described("Of anything but `applied` and `alreadySo`.")),
        ], required: ["change", "result"])

    /// `writ drift --format json`.
    static var drift: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:drift:1", title: "Writ drift report",
            summary: "What was changed in the store since the last apply.",
            root: .whole(
                [
                    format("writ/drift/1"),
                    ("target", .text), ("store", .words(StoreKind.allCases.map(\.rawValue))),
                    ("account", .text),
                    (
                        "lastApplied",
                        SchemaNode.optional(.whole([("commit", .text), ("at", .definition("time"))]))
                            .described("The commit that was last applied as a whole.")
                    ),
                    ("madeAt", .definition("time")),
                    (
                        "snapshotAt",
                        SchemaNode.optional(.definition("time")).described("null: the store itself was read.")
                    ),
                    ("compared", SchemaNode.count.described("How many managed objects were compared.")),
                    ("items", .list(of: driftItem)),
                    (
                        "unmanaged",
                        SchemaNode.list(of: .definition("address")).described("Live, and not managed.")
                    ),
                    ("unverifiable", .list(of: .definition("objectField"))),
                    (
                        "diagnostics",
                        SchemaNode.list(of: .definition("diagnostic"))
                            .described("What people have not done yet, or may still do: no drift.")
                    ),
                ], optional: [reservedObjects, originNotes]), definitions: definitions)
    }

    private static let driftItem: SchemaNode = {
        let edge = SchemaNode.definition("attachment")
        let expiry = SchemaNode.optional(.definition("expiry"))
        let forbidden = SchemaNode.boolean.described(
            "true: a `none` list forbids it. false: an exact list does not name it.")
        let sorts: [(String, [(String, SchemaNode)])] = [
            ("missing", []),
            (
                "changed",
                [
                    ("field", .definition("field")), ("applied", .definition("desired")),
                    ("observed", .optional(.definition("value"))),
                ]
            ),
            ("lostMembership", [("membership", .definition("membership"))]),
            ("extraMembership", [("membership", .definition("membership")), ("forbidden", forbidden)]),
            ("lostAttachment", [("attachment", edge)]),
            ("extraAttachment", [("attachment", edge), ("forbidden", forbidden)]),
            ("changedExpiry", [("attachment", edge), ("applied", expiry), ("observed", expiry)]),
        ]
        let since = SchemaNode.whole([("commit", .text), ("file", .text), ("line", .count)])
            .described("Where the applied value came from.")
        return SchemaNode().with(
            "oneOf",
            .array(
                sorts.map { word, members in
                    SchemaNode.whole(
                        [("address", .definition("address")), ("drift", .constant(word))] + members
                            + [("since", since)],
                        optional: [("origin", .definition("origin"))]
                    ).json
                }))
    }()

    /// `writ history --format json`.
    static var history: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:history:1", title: "Writ history",
            summary: "The audit chain: who applied what, when and from which commit, oldest first.",
            root: .whole([format("writ/history/1"), ("entries", .list(of: entry))]),
            definitions: definitions)
    }

    private static let entry = SchemaNode.whole(
        [
            ("sequence", SchemaNode.integer.with("minimum", 1).described("Without gaps.")),
            ("at", .definition("time")), ("actor", .text),
            ("run", SchemaNode.text.described("The run's id; empty outside of runs.")), ("event", .text),
            ("detail", SchemaNode.type("object").described("What there is to know about the event.")),
            (
                "hash",
                SchemaNode.definition("digest").described(
                    "Over the hash of the entry before, a line end, and this entry without its hash.")
            ),
        ], optional: [("commit", authorship), ("origin", .definition("origin"))])
}
