internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More actions than the vendor takes.
    static let tooManyActions = Rule(
        "LIM002", "too-many-actions", .error, dialects: [.huawei],
        page: RulePage(
            summary: "A statement of Huawei's older model lists more than 100 actions.",
            why: "Huawei refuses it at the apply, when the review is over.",
            avoid: "A statement of version 1.1 with 120 actions.",
            prefer: "A statement for each service, or patterns such as `ecs:*:get*`.",
            references: ["Huawei Cloud IAM error IAM.1033: up to 100 actions in a statement"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy else { return }
    for element in statement.actionElements {
        guard let items = element.value.array, items.count > 100 else { continue }
        report.find(
            "`\(element.name)` lists \(items.count) actions of at most 100", at: element.path, of: policy,
            key: true, help: "split the statement, or name actions by a pattern")
    }
}
