internal import WritManifest
internal import WritModel

extension OutputSchemas {
    /// `writ import --format json`.
    static var imported: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:import:1", title: "Writ import report",
            summary: "Which manifests were written for live objects, and which objects got none.",
            root: .whole(
                [
                    format("writ/import/1"), ("target", .text),
                    ("store", .words(StoreKind.allCases.map(\.rawValue))), ("account", .text),
                    (
                        "dryRun",
                        SchemaNode.boolean.described("true: nothing was written, this is what would be.")
                    ),
                    (
                        "files",
                        SchemaNode.list(of: .whole([("address", .definition("address")), ("path", .text)]))
                            .described("The new files, from the top of the working tree.")
                    ),
                    (
                        "configuration",
                        SchemaNode.optional(.text).described("The `writ.yaml` that was made besides, if any.")
                    ),
                    (
                        "declared",
                        SchemaNode.list(of: .definition("address"))
                            .described("Declared already, and left as they are.")
                    ),
                    (
                        "leftOut",
                        SchemaNode.count.described(
                            "How many objects no manifest can hold; the diagnostics say why.")
                    ),
                    ("diagnostics", .list(of: .definition("diagnostic"))),
                ], optional: [reservedObjects]), definitions: definitions)
    }

    /// `writ validate --format json`.
    static var validate: SchemaDocument {
        SchemaDocument(
            id: "urn:writ:validate:1", title: "Writ validate report",
            summary: "What is wrong with the manifests of a revision.",
            root: .whole(
                [
                    format("writ/validate/1"),
                    ("valid", SchemaNode.boolean.described("Whether there is no error.")),
                    ("diagnostics", .list(of: .definition("diagnostic"))),
                ],
                optional: [
                    (
                        "inBase",
                        SchemaNode.count.described(
                            "With `--base`: how many problems are left out because the base has them as well."
                        )
                    )
                ]), definitions: definitions)
    }

    /// One problem.
    static let diagnostic = SchemaNode.closed(
        [
            ("code", SchemaNode.text.described("Stable, for programs.").examples("ref.missing")),
            ("severity", .words(["note", "warning", "error"])), ("message", .text),
            ("span", .definition("span")),
            (
                "notes",
                .list(
                    of: .closed([("message", .text), ("span", .definition("span"))], required: ["message"]))
            ),
            ("help", SchemaNode.text.described("What to do about it.")),
        ], required: ["code", "severity", "message"])
}
