internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More operators or keys than the vendor takes.
    static let tooManyConditions = Rule(
        "LIM004", "too-many-conditions", .error, dialects: [.huawei],
        page: RulePage(
            summary:
                "A condition of Huawei's older model has more than 10 operators, or an operator more than 10 keys.",
            why: "Huawei refuses it at the apply, when the review is over.",
            avoid: "An operator with eleven keys.",
            prefer: "What can be said of the resource is said there, the rest in the condition.",
            references: ["Huawei Cloud IAM errors IAM.1050 to IAM.1054"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy, let condition = statement.element("Condition") else { return }
    let operators = condition.members
    if operators.count > 10 {
        report.find(
            "`\(condition.name)` has \(operators.count) operators of at most 10", at: condition.path,
            of: policy, key: true, help: "say less in conditions and more in resources")
    }
    for test in operators where test.members.count > 10 {
        report.find(
            "`\(test.name)` has \(test.members.count) keys of at most 10", at: test.path, of: policy,
            key: true, help: "say less in conditions and more in resources")
    }
}
