internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A statement about no actions, or about two lists of them.
    static let unclearAction = Rule(
        "SYN005", "unclear-action", .error,
        page: RulePage(
            summary: "A statement has neither or both of `Action` and `NotAction`.",
            why: """
                The vendor refuses the document: nobody can tell which of the two lists would count. Volcengine alone takes \
                both, and there `NotAction` needs the `Action` that it subtracts from.
                """,
            avoid: "{Effect: Deny, Action: [\"iam:*:*\"], NotAction: [\"iam:*:get*\"]}",
            prefer: "{Effect: Deny, NotAction: [\"iam:*:get*\"]}",
            references: [
                "AWS IAM Access Analyzer: Missing action, Unsupported element combination",
                "Huawei Cloud IAM error IAM.1030", "parliament MALFORMED",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard !statement.members.isEmpty,
        let choice = statement.wrongChoice(.action, .notAction, in: policy)
    else { return }
    switch choice {
    case .neither:
        report.find(
            "the statement has no `Action`", at: statement.path, of: policy, help: "list the actions")
    case .both(let negated):
        report.find(
            "`Action` and `\(negated.name)` stand in one statement", at: negated.path, of: policy, key: true,
            help: "keep one of the two, or make two statements")
    case .negatedAlone(let negated):
        report.find(
            "`\(negated.name)` stands without the `Action` that it subtracts from", at: negated.path,
            of: policy, key: true, help: "add `Action`")
    }
}
