internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A condition on the second factor that does not do what it seems to.
    static let ineffectiveMfaCheck = Rule(
        "CND012", "ineffective-mfa-check", .high, dialects: [.aws, .huawei],
        page: RulePage(
            summary:
                "An Allow is for those without a second factor, or a Deny of them does not reach those who do not say.",
            why: """
                Requests with a permanent access key do not have the key at all. `Bool` with `false` is not true for them, so \
                that the Deny leaves out those whom it was written for.
                """,
            avoid: #"""
                Effect: Deny
                Condition: {Bool: {"g:MFAPresent": ["false"]}}
                """#,
            prefer: #"""
                Effect: Deny
                Condition: {BoolIfExists: {"g:MFAPresent": ["false"]}}
                """#,
            fixSafety: "Unsafe: the Deny reaches requests that do not say the key.",
            references: ["parliament BAD_PATTERN_FOR_MFA", "iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading else { return }
    for condition in statement.conditions {
        guard ["aws:multifactorauthpresent", "g:mfapresent"].contains(condition.meaning.key),
            condition.meaning.operator.test == .boolean, condition.meaning.values == [.boolean(false)]
        else { continue }
        let key = condition.meaning.keyName
        if reading.effect == .allow {
            report.find(
                "the statement allows those without a second factor", at: condition.path, of: policy,
                help: "allow with `Bool` and `\(key)`: `true`, or deny with `BoolIfExists` and `false`")
        } else if !condition.meaning.operator.ifExists, !condition.isSaidToBePresent(in: reading),
            policy.escapes(reading, without: condition.meaning)
        {
            var name = condition.name
            name.suffix = "IfExists"
            report.find(
                "the Deny does not reach a request without `\(key)`", at: condition.operatorPath, of: policy,
                key: true, help: "write `\(name.text)`",
                fix: condition.moving(to: name.text).map {
                    Fix("write `\(name.text)`", .unsafe, .document($0, of: policy.id))
                })
        }
    }
}
