internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// `IfExists` on a key that is there to keep others out.
    static let ifExistsOnGuard = Rule(
        "CND010", "if-exists-on-guard", .high, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "`IfExists` in an Allow lets requests pass that do not say the second factor, the network or the organization.",
            why: """
                A request with a permanent access key has no `g:MFAPresent` at all: with `BoolIfExists` it is allowed as if the \
                second factor had been there.
                """,
            avoid: #"""
                Effect: Allow
                Condition: {BoolIfExists: {"g:MFAPresent": ["true"]}}
                """#,
            prefer: #"""
                Effect: Allow
                Condition: {Bool: {"g:MFAPresent": ["true"]}}
                """#,
            fixSafety: "Unsafe: requests without the key are allowed no more.",
            references: ["iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .allow else { return }
    for condition in statement.conditions {
        guard condition.meaning.operator.ifExists,
            let known = policy.dialect.knownKey(condition.meaning.key), known.traits.contains(.guards),
            !known.traits.contains(.always), !condition.meaning.isMeantForAbsence,
            policy.requests(meeting: reading.conditions, without: condition.meaning).verdict == true
        else { continue }
        var name = condition.name
        name.suffix = ""
        report.find(
            "`\(condition.meaning.operatorName)` lets a request without `\(condition.meaning.keyName)` pass",
            at: condition.operatorPath, of: policy, key: true, help: "write `\(name.text)`",
            fix: condition.moving(to: name.text).map {
                Fix("write `\(name.text)`", .unsafe, .document($0, of: policy.id))
            })
    }
}

extension Condition {
    /// Whether it is about those without a second factor, whom the absence of the key is one sign of.
    fileprivate var isMeantForAbsence: Bool { values == [.boolean(false)] }
}
