internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// Every action on a resource.
    static let resourceWildcardActions = Rule(
        "TRU015", "resource-wildcard-actions", .medium,
        page: RulePage(
            summary: "A resource policy allows every action of the service.",
            why: "Whoever was to read or write may then delete the resource and rewrite its policy, too.",
            avoid: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:role/reports"}
                Action: "sqs:*"
                """#,
            prefer: #"""
                Effect: Allow
                Principal: {AWS: "arn:aws:iam::012345678901:role/reports"}
                Action: ["sqs:SendMessage", "sqs:ReceiveMessage"]
                """#,
            references: ["Checkov CKV_AWS_72"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind == .resource, let reading = statement.reading, reading.effect == .allow,
        reading.actions.excluded.isEmpty
    else { return }
    let isWholeAccounts = statement.principals.allSatisfy {
        if case .account = $0.entry { true } else { false }
    }
    for pattern in reading.actions.included ?? [] {
        let service = pattern.glob.wholeService
        guard service != nil || pattern.glob.coversEveryAction(policy.dialect) else { continue }
        // The policy of a key hands the account's own policies the say by naming the account with everything.
        if service == "kms", isWholeAccounts { continue }
        report.find(
            "`\(pattern.text)` allows every action on the resource", at: pattern.path, of: policy,
            label: "deleting and rewriting included", help: "list the actions that are needed")
    }
}
