internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An action in other letters than the vendor's.
    static let actionLetterCase = Rule(
        "CAT004", "action-letter-case", .low,
        page: RulePage(
            summary: "An action is written in capitals and small letters other than the catalogue's.",
            why: """
                The vendors compare actions without regard to case. People, searches and other tools do not: `grep` for the name \
                that the vendor's pages have finds nothing.
                """,
            avoid: #"Action: ["iam:users:listusers"]"#,
            prefer: #"Action: ["iam:users:listUsers"]"#,
            fixSafety: "Safe: the same action in the vendor's letters.",
            references: ["AWS Access Analyzer: invalid action case"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for pattern in policy.catalogPatterns[statement.index] {
        guard let service = pattern.service else { continue }
        let name: String
        if pattern.isLiteral {
            guard let action = service.action(pattern.writtenName) else { continue }
            name = action.name
        } else {
            name = pattern.writtenName
        }
        let text = "\(service.prefix):\(name)"
        guard text != pattern.pattern.text else { continue }
        report.find(
            "`\(pattern.pattern.text)` is `\(text)` in other letters", at: pattern.pattern.path, of: policy,
            help: "write `\(text)`",
            fix: Fix(
                "write `\(text)`", .safe,
                .document([.set(pattern.pattern.path, .string(text))], of: policy.id)))
    }
}
