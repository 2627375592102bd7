internal import WritManifest
internal import WritModel

extension OutputSchemas {
    /// Who wrote a line.
    static let origin = SchemaNode.whole(
        [
            (
                "standing",
                SchemaNode.words(Origin.Standing.allCases.map(\.rawValue))
                    .described(
                        "What is known of the commit: it wrote the line, removed it, or has it at least.")
            ),
            ("file", SchemaNode.text.described("Where the line is read.")), ("line", .count),
        ],
        optional: [
            ("commit", SchemaNode.text.described("Absent for what is not committed.")), ("author", author),
            ("date", .definition("time")),
            (
                "written",
                SchemaNode.whole([("file", .text), ("line", .count)])
                    .described("Where that commit wrote it, where that is another place.")
            ),
        ]
    ).described("Which commit, author and line a value comes from.")

    /// Why origins are missing.
    static let originNotes = (
        "originNotes", SchemaNode.list(of: .text).described("Why origins are missing.")
    )

    /// The author of a commit that an entry of the history names.
    static let authorship = SchemaNode.whole([
        ("author", author), ("date", .definition("time")), ("subject", .text),
    ]).described("The commit's author; not covered by the hash.")

    private static let author = SchemaNode.whole([("name", .text), ("email", .text)])
}
