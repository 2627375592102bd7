internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An entry longer than the vendor takes.
    static let longEntry = Rule(
        "LIM005", "long-entry", .error, dialects: [.huawei],
        page: RulePage(
            summary: "An action, a resource or a condition's value of Huawei's older model is too long.",
            why: """
                Huawei refuses actions over 128 characters, resources over 1,500 and values over 1,024 at the apply. Its page \
                on the interface says 128 for resources as well: above that a finding is low.
                """,
            avoid: "A resource of 2,000 characters.",
            prefer: "A pattern that ends in `*`.",
            references: [
                "Huawei Cloud IAM error IAM.1034: action up to 128 characters",
                "Huawei Cloud IAM errors IAM.1040 to IAM.1042: resource up to 1,500 characters",
                "Huawei Cloud IAM errors IAM.1056, IAM.1057: value of 1 to 1,024 characters",
            ]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.form == .huaweiPolicy else { return }
    for element in statement.actionElements {
        for (text, path) in element.texts { inspect(text, "action", 128, at: path, policy, &report) }
    }
    for element in statement.resourceElements {
        for (text, path) in element.deepTexts {
            if text.unicodeScalars.count <= 1500 {
                inspect(text, "resource", 128, at: path, policy, &report, severity: .low)
            } else {
                inspect(text, "resource", 1500, at: path, policy, &report)
            }
        }
    }
    for key in statement.operators.flatMap(\.members) {
        for (text, path) in key.texts { inspect(text, "value", 1024, at: path, policy, &report) }
    }
}

private func inspect(
    _ text: String, _ word: String, _ most: Int, at path: ElementPath, _ policy: LintedPolicy,
    _ report: inout Report, severity: LintSeverity? = nil
) {
    // Bytes are counted faster, and are never fewer.
    guard text.utf8.count > most else { return }
    let count = text.unicodeScalars.count
    guard count > most else { return }
    report.find(
        "the \(word) has \(count) characters of at most \(most)", at: path, of: policy,
        help: word == "value" ? "shorten the value" : "end it with `*` where it can be cut",
        severity: severity)
}
