internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More statements than the vendor takes.
    static let tooManyStatements = Rule(
        "LIM001", "too-many-statements", .error, dialects: [.huawei],
        page: RulePage(
            summary: "A policy of Huawei's older model has more than 8 statements.",
            why: "Huawei refuses it at the apply, when the review is over.",
            avoid: "A policy of version 1.1 with nine statements.",
            prefer: "Two policies, or statements that share what is equal.",
            references: ["Huawei Cloud IAM errors IAM.1027, IAM.1028: Statement of 1 to 8 items"]),
        check: .policy(inspect))
}

private func inspect(_ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy, policy.statements.count > 8, let list = policy.element("Statement")
    else { return }
    report.find(
        "the policy has \(policy.statements.count) statements of at most 8", at: list.path, of: policy,
        key: true, help: "put what has equal resources and conditions together, or split the policy")
}
