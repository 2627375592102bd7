internal import WritModel

/// The line of a report about objects that are not the account's own; nothing where there is none.
func reservedLines(_ objects: [ReservedObject]) -> [String] {
    guard !objects.isEmpty else { return [] }
    return [
        "reserved, not ours to change: " + names(objects.map { "\($0.address) (\($0.reservation.clause))" })
    ]
}

/// The same as entries of a comment.
func reservedEntries(_ objects: [ReservedObject]) -> [MarkdownEntry] {
    objects.map {
        MarkdownEntry(["\($0.address): \($0.reservation.clause)"], sort: "reserved")
    }
}
