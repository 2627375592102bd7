internal import WritDiagnostics
internal import WritPolicy

extension Rule {
    /// A Deny of everything or of a whole service.
    static let broadDeny = Rule(
        "SEC024", "broad-deny", .medium,
        page: RulePage(
            summary:
                "A statement denies everything, or a whole service, on every resource and without a condition.",
            why: """
                It beats every Allow of whoever it reaches, administrators and the one who applies plans included, and only somebody \
                whom it does not reach can take it away.
                """,
            avoid: #"""
                Effect: Deny
                Action: ["*:*:*"]
                """#,
            prefer: #"""
                Effect: Deny
                Action: ["*:*:*"]
                Condition: {Bool: {"g:MFAPresent": ["false"]}}
                """#,
            references: ["npkt", "iam-policy-validator", "Checkov CKV_AWS_93"]),
        check: .statement(of: .denies, inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .deny, reading.conditions.isEmpty,
        policy.kind != .trust, reading.actions.excluded.isEmpty, reading.resources.isEverything
    else { return }
    for pattern in reading.actions.included ?? [] {
        let what: String
        if pattern.glob.coversEveryAction(policy.dialect) {
            what = "everything"
        } else if let service = pattern.glob.wholeService {
            what = "everything of the service `\(service)`"
        } else {
            continue
        }
        report.find(
            "`\(pattern.text)` denies \(what), always", at: pattern.path, of: policy,
            label: "no Allow gets past it", help: "name what is denied, or add a condition")
    }
}
