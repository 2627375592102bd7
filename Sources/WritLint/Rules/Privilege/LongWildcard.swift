internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A long spelling of `*`.
    static let longWildcard = Rule(
        "SEC005", "long-wildcard", .low,
        page: RulePage(
            summary: "A pattern is a long way to write `*`.",
            why: "It looks like a limit and is none. Whoever searches the policies for `*` does not find it.",
            avoid: #"Resource: ["*:*:*:*:*"]"#,
            prefer: #"Resource: ["*"]"#,
            fixSafety: "Safe: the short pattern matches the same, as the reader of documents has it.",
            references: ["parliament RESOURCE_EFFECTIVELY_STAR"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading else { return }
    let usual = policy.dialect.everyAction
    for pattern in reading.actions.all
    where pattern.glob.coversEveryAction(policy.dialect) && pattern.text != "*" && pattern.text != usual {
        found(pattern.text, pattern.path, usual, policy, &report)
    }
    for pattern in reading.resources.all where pattern.text != "*" && pattern.isEverything {
        found(pattern.text, pattern.path, "*", policy, &report)
    }
}

private func found(
    _ text: String, _ path: ElementPath, _ short: String, _ policy: LintedPolicy, _ report: inout Report
) {
    report.find(
        "`\(text)` matches everything, as `\(short)` does", at: path, of: policy, label: "no limit",
        help: "write `\(short)`",
        fix: Fix("write `\(short)`", .safe, .document([.set(path, .string(short))], of: policy.id)))
}

extension Dialect {
    /// How documents of the dialect write every action.
    fileprivate var everyAction: String { self == .huawei ? "*:*:*" : self == .jd ? "*:*" : "*" }
}
