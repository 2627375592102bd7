internal import WritManifest
internal import WritModel
internal import WritPlan

extension OutputSchemas {
    /// A saved plan, and `writ plan --format json`.
    static var plan: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:plan:1", title: "Writ plan",
            summary:
                "What applying a commit would change, and all that it was made from. A promise to compare with: "
                + "apply plans again and goes on only if the changes are equal.",
            root: .whole(
                [
                    format(Plan.format), ("binding", binding),
                    (
                        "changes",
                        SchemaNode.list(of: .definition("change")).described("In the order they are made.")
                    ),
                    (
                        "unchanged",
                        SchemaNode.count.described("How many declared objects are as they should be.")
                    ),
                    (
                        "unmanaged",
                        SchemaNode.list(of: .definition("address")).described("Live, and left alone.")
                    ),
                    (
                        "unverifiable",
                        SchemaNode.list(of: .definition("objectField"))
                            .described("What the store cannot show, so that nobody knows.")
                    ),
                    ("warnings", .list(of: warning)), ("refusals", .list(of: refusal)),
                    (
                        "effectDigest",
                        SchemaNode.definition("digest").described("The same while the plan means the same.")
                    ),
                    ("digest", SchemaNode.definition("digest").described("What an approval names.")),
                ], optional: [reservedObjects, originNotes, ("access", accessEffect)]),
            definitions: definitions)
    }

    private static let binding = SchemaNode.whole([
        ("tool", SchemaNode.text.described("The version of Writ.")),
        ("target", .text), ("paths", .list(of: .text)), ("store", .words(StoreKind.allCases.map(\.rawValue))),
        (
            "account",
            SchemaNode.optional(.text).described("What the store answered; null: there is no store yet.")
        ),
        ("repository", .text),
        ("revision", SchemaNode.text.described("As it was named.")),
        ("commit", SchemaNode.optional(.definition("commit")).described("null for a working tree.")),
        ("lineage", SchemaNode.optional(.text).described("Of the ledger; null: there is none yet.")),
        ("asOf", SchemaNode.definition("time").described("When expiries are judged.")),
        (
            "snapshotAt",
            SchemaNode.optional(.definition("time")).described(
                "Of the snapshot it was made from; null: of the store.")
        ),
        ("createdAt", .definition("time")), ("expiresAt", .definition("time")),
        ("guards", .definition("limits")), ("adopting", .list(of: .definition("address"))),
        (
            "reads",
            SchemaNode.list(
                of: SchemaNode.closed(
                    [
                        ("object", .definition("address")), ("membership", .definition("membership")),
                        ("attachment", .definition("attachment")), ("version", .text),
                    ], required: ["version"]
                ).with("minProperties", 2).with("maxProperties", 2)
            ).described("The version of everything that was read: if one has changed, the plan is stale.")
        ),
    ]).described("All that the plan depends on.")

    private static let warning = SchemaNode.closed(
        [("code", .text), ("message", .text), ("place", .text), ("help", .text)],
        required: ["code", "message"])

    private static let refusal = SchemaNode.closed(
        [
            ("rule", .words(GuardRule.allCases.map(\.rawValue))), ("message", .text), ("count", .count),
            ("limit", .count), ("items", .list(of: .text)),
        ], required: ["rule", "message", "items"]
    ).described("Why a guard refuses the plan.")

    /// The guards' settings.
    static let limits = SchemaNode.whole(
        [
            ("removedObjects", .definition("limit")), ("removedEdges", .definition("limit")),
            ("updatedObjects", .definition("limit")),
        ],
        optional: [
            ("maxSensitiveGrants", .count), ("applier", .definition("address")),
            ("applierAddresses", .list(of: .text)),
        ])

    /// One of the settings.
    static let limit = SchemaNode.closed(
        [("floor", .count), ("percent", .count), ("ceiling", .count)], required: ["floor", "percent"]
    ).described("max(floor, min(ceiling, percent)) may change.")
}
