internal import WritEngine
internal import WritManifest
internal import WritModel
internal import WritPlan

extension OutputSchemas {
    /// What `writ observe --out` saves.
    static var snapshot: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:snapshot:1", title: "Writ snapshot",
            summary: "What a store and its ledger held at a moment, with personal values redacted.",
            root: .whole([
                format(Snapshot.format), ("tool", .text), ("target", .text),
                ("store", .words(StoreKind.allCases.map(\.rawValue))), ("takenAt", .definition("time")),
                ("account", .optional(.text)),
                (
                    "evidence",
                    SchemaNode.whole([("method", .text), ("counts", map(of: .count))])
                        .described("Why the observation is complete.")
                ),
                ("capabilities", capabilities), ("objects", .list(of: object)),
                ("memberships", .list(of: .whole(membershipMembers + [("version", .text)]))),
                ("attachments", .list(of: attached([("version", .text)]))),
                ("systemPolicies", map(of: .type("object"))), ("ledger", ledger),
                ("openEntries", .list(of: openEntry)),
            ]), definitions: definitions)
    }

    private static func map(of node: SchemaNode) -> SchemaNode {
        SchemaNode.type("object").with("additionalProperties", node.json)
    }

    private static let membershipMembers: [(String, SchemaNode)] = [("user", .text), ("group", .text)]

    private static let provenance: [(String, SchemaNode)] = [
        ("commit", .text), ("file", .text), ("line", .count),
    ]

    private static func attached(_ more: [(String, SchemaNode)]) -> SchemaNode {
        .whole(
            [
                ("principal", .definition("address")), ("scope", .text),
                ("expires", .optional(.definition("expiry"))),
            ]
                + more,
            optional: [("policy", .text), ("systemPolicy", .text), ("scopeName", .text)])
    }

    private static let capabilities = SchemaNode.whole(
        [
            ("exceptions", map(of: map(of: .text))), ("scopes", map(of: .list(of: .text))),
            ("renames", .list(of: .words(Kind.allCases.map(\.rawValue)))), ("parallelism", .count),
            ("accessKeyLimit", .count),
        ],
        optional: [("vendor", .words(Dialect.allCases.map(\.rawValue)))]
    ).described("What the store can do.")

    private static let object = SchemaNode.whole(
        [
            ("address", .definition("address")), ("id", .text), ("version", .text),
            ("fields", .definition("values")),
        ],
        optional: [
            ("accessKeys", .list(of: accessKey)), ("reserved", reservation),
            ("awaited", .list(of: awaited)),
            (
                "mfaDevices",
                SchemaNode.list(of: device).described(
                    "What the user has bound; absent where the store cannot tell.")
            ),
            ("redacted", map(of: .text).described("By field, what stands for a value that is not told.")),
        ])

    private static let accessKey = SchemaNode.whole([
        ("id", .text), ("name", .text), ("generation", .count),
        ("status", .words(DeclaredAccessKey.Status.allCases.map(\.rawValue))), ("createdAt", .text),
        ("lastUsedAt", .optional(.text)), ("disabledAt", .optional(.text)),
    ]).described("A live access key; its secret is nowhere.")

    private static let awaited = SchemaNode.whole([
        ("field", .definition("field")), ("value", .text), ("requestedAt", .text), ("until", .text),
        ("withdrawnAt", .optional(.text)),
    ]).described("What a person has been asked to confirm.")

    private static let device = SchemaNode.whole([
        ("id", .text), ("sort", .words(MFADevice.Sort.allCases.map(\.rawValue))),
        ("boundAt", .optional(.text)),
    ]).described("A second factor.")

    private static let ledger = SchemaNode.whole([
        ("lineage", .optional(.text)), ("serial", .count), ("revision", .optional(revision)),
        (
            "objects",
            .list(
                of: .whole(
                    [
                        ("address", .definition("address")), ("id", .text),
                        ("fields", map(of: .definition("desired"))), ("lists", map(of: appliedList)),
                        ("protect", .optional(.text)),
                    ] + provenance))
        ),
        ("memberships", .list(of: .whole(membershipMembers + provenance))),
        ("attachments", .list(of: attached(provenance))),
    ]).described("What Writ manages there, and what it applied.")

    private static let appliedList = SchemaNode.any(of: [
        .words(ListMode.allCases.map(\.rawValue)),
        .whole([(ListMode.none.rawValue, .list(of: .any(of: [.someText, forbiddenPolicy])))]),
    ]).described("The list's mode; a `none` list has what it forbids.")

    private static let forbiddenPolicy = SchemaNode.closed([
        ("policy", .text), ("systemPolicy", .text), ("scope", .text), ("scopeName", .text),
    ]).with("oneOf", [["required": ["policy"]], ["required": ["systemPolicy"]]])
        .described("Without a scope: in all of them.")

    private static let revision = SchemaNode.whole([
        ("commit", .text), ("at", .definition("time")), ("manifests", .count), ("paths", .list(of: .text)),
        ("guards", .definition("limits")),
    ])

    private static let openEntry = SchemaNode.whole([
        ("run", .text), ("plan", .optional(.definition("digest"))), ("index", .count),
        ("change", .definition("change")), ("outcome", .optional(.text)), ("version", .optional(.text)),
    ]).described("A step of an apply that did not come to its end.")
}
