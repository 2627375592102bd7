internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// More resources than the vendor takes.
    static let tooManyResources = Rule(
        "LIM003", "too-many-resources", .error, dialects: [.huawei],
        page: RulePage(
            summary:
                "A statement of Huawei's older model lists more than 10 resources, or more than 20 agencies.",
            why: "Huawei refuses it at the apply, when the review is over.",
            avoid: "A statement of version 1.1 with a dozen buckets.",
            prefer: "Two statements, or a pattern such as `obs:*:*:bucket:logs-*`.",
            references: [
                "Huawei Cloud IAM errors IAM.1040 to IAM.1042: 1 to 10 resources",
                "Huawei Cloud IAM errors IAM.1037, IAM.1038: 1 to 20 paths of agencies",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy else { return }
    for element in statement.resourceElements {
        let paths = element.members.first { $0.name == "uri" }
        let (list, most) = paths.map { ($0, 20) } ?? (element, 10)
        guard let items = list.value.array, items.count > most else { continue }
        report.find(
            "`\(list.name)` lists \(items.count) resources of at most \(most)", at: list.path, of: policy,
            key: true, help: "split the statement, or name resources by a pattern")
    }
}
