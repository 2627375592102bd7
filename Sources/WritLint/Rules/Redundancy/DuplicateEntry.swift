internal import WritDiagnostics
internal import WritPolicy
internal import WritManifest
internal import WritModel

extension Rule {
    /// One entry twice in a list.
    static let duplicateEntry = Rule(
        "RED001", "duplicate-entry", .low,
        page: RulePage(
            summary: "A list of actions or resources holds an entry twice.",
            why:
                "The second entry does nothing. Whoever takes the first one out believes that the access is gone.",
            avoid: #"Action: ["obs:object:GetObject", "obs:object:GetObject"]"#,
            prefer: #"Action: ["obs:object:GetObject"]"#,
            fixSafety: "Safe: takes the later entry out; a list is a set."),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    // Of twins the later one is covered by the earlier.
    if let reading = statement.reading, !policy.hasCoveredEntry(reading) { return }
    for name in ["Action", "NotAction", "Resource", "NotResource"] {
        guard let element = statement.element(name) else { continue }
        var first: [String: ElementPath] = [:]
        for (text, path) in element.texts {
            guard let earlier = first.updateValue(path, forKey: text) else { continue }
            first[text] = earlier
            report.find(
                "`\(text)` stands twice in `\(element.name)`", at: path, of: policy,
                notes: [("it stands first here", .value(earlier, of: policy.id))],
                help: "take the second one out",
                fix: Fix("take it out", .safe, .document([.remove(path)], of: policy.id)))
        }
    }
}
