internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A negated operator in an Allow that is met by a request without the key.
    static let negationInAllow = Rule(
        "CND011", "negation-in-allow", .medium, dialects: [.aws, .huawei, .volcengine],
        page: RulePage(
            summary:
                "A negated operator in an Allow is, or may be, true for a request that does not have the key.",
            why: """
                *Not equal* holds for nothing at all: AWS says so, the others do not say. A resource without the tag is allowed \
                as if it had another one. Keys that every request has are not reported.
                """,
            avoid: #"""
                Effect: Allow
                Condition: {StringNotEquals: {"g:ResourceTag/stage": ["prod"]}}
                """#,
            prefer: #"""
                Effect: Allow
                Condition:
                  StringNotEquals: {"g:ResourceTag/stage": ["prod"]}
                  Null: {"g:ResourceTag/stage": ["false"]}
                """#,
            fixSafety: "Unsafe: requests without the key are allowed no more.",
            references: ["iam-policy-validator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let reading = statement.reading, reading.effect == .allow else { return }
    for condition in statement.conditions {
        let test = condition.meaning.operator
        guard test.isNegated, test.qualifier == nil, !test.ifExists,
            policy.dialect.knownKey(condition.meaning.key)?.traits.contains(.always) != true
        else { continue }
        let answer = policy.requests(meeting: reading.conditions, without: condition.meaning)
        let isOpen = answer.verdict == nil && answer.unknown.contains { $0.isAbout(condition.meaning) }
        guard answer.verdict == true || isOpen else { continue }
        let name = condition.meaning.operatorName
        let key = condition.meaning.keyName
        report.find(
            isOpen
                ? "the vendor does not say whether `\(name)` is true for a request without `\(key)`"
                : "`\(name)` is true for a request without `\(key)`",
            at: condition.operatorPath, of: policy, key: true,
            help: "add `Null` with `\(key)`: `false`, or write `\(name)IfExists` where it is meant",
            fix: condition.demandingPresence().map {
                Fix("demand that the key is there", .unsafe, .document($0, of: policy.id))
            })
    }
}

extension OpenReason {
    /// Whether it is that this condition met no value.
    fileprivate func isAbout(_ condition: Condition) -> Bool {
        if case .negatedAbsentKey(_, let key) = self { key.lowercased() == condition.key } else { false }
    }
}
