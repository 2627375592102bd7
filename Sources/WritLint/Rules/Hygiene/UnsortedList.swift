internal import WritDiagnostics
internal import WritManifest
internal import WritModel

extension Rule {
    /// A list that is not in the order of its texts.
    static let unsortedList = Rule(
        "HYG002", "unsorted-list", .info, isOptIn: true,
        page: RulePage(
            summary: "A list of actions or resources is not in the order of its texts.",
            why: """
                In a sorted list an entry has one place: two people who add the same one get a conflict and not a duplicate, \
                and a change shows what changed.
                """,
            avoid: "Action: [\"ecs:servers:list\", \"ecs:servers:get\"]",
            prefer: "Action: [\"ecs:servers:get\", \"ecs:servers:list\"]",
            fixSafety: """
                Unsafe: a list means the same in any order, but comments stay where they are and get other entries.
                """),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for element in statement.listElements {
        let texts = element.texts.map(\.text)
        guard case .array(let items) = element.value, items.count == texts.count,
            let first = texts.indices.dropFirst().first(where: { texts[$0] < texts[$0 - 1] })
        else { continue }
        report.find(
            "`\(texts[first])` stands behind `\(texts[first - 1])`", at: element.texts[first].path,
            of: policy, help: "sort `\(element.name)`",
            fix: Fix("sort the list", .unsafe, .document(sorting(element.texts), of: policy.id)))
    }
}

/// Puts the texts into the places in order.
private func sorting(_ entries: [(text: String, path: ElementPath)]) -> [DocumentEdit] {
    zip(entries, entries.map(\.text).sorted()).compactMap { entry, text in
        entry.text == text ? nil : .set(entry.path, .string(text))
    }
}
