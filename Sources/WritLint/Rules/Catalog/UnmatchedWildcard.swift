internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action pattern that no action of the catalogue matches.
    static let unmatchedWildcard = Rule(
        "CAT003", "unmatched-wildcard", .medium,
        page: RulePage(
            summary: """
                A pattern with a wildcard matches no action of its service in the catalogue. Only services that are listed wholly \
                count, as for `CAT002`.
                """,
            why:
                "The entry does nothing today, and starts to do something on the day that the vendor adds such an action.",
            avoid: #"Action: ["iam:users:fetch*"]"#,
            prefer: #"Action: ["iam:users:get*"]"#,
            references: ["parliament UNKNOWN_ACTION"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for pattern in policy.catalogPatterns[statement.index] {
        // Huawei does not say what it does with `?`.
        guard !pattern.isLiteral, policy.dialect == .aws || pattern.name.oneCount == 0,
            let service = pattern.service, service.isWhole,
            !service.hasAction(matching: pattern.name), !isOfNewerModel(pattern, policy)
        else { continue }
        let start = pattern.writtenName.prefix { $0 != "*" }
        let starts = Set(service.actions.map { String($0.name.prefix(start.count)) })
        let near = start.isEmpty ? nil : nearestName(to: String(start), among: starts)
        report.find(
            "`\(pattern.pattern.text)` matches no action of the catalogue of \(policy.dialect.catalogSource.day)",
            at: pattern.pattern.path, of: policy, label: "matches nothing",
            help: near.map { "did you mean `\(service.prefix):\($0)*`?" }
                ?? "list actions of `\(service.prefix)` that there are")
    }
}
