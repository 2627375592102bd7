internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An operator that the vendor does not have.
    static let unknownConditionOperator = Rule(
        "CND001", "unknown-condition-operator", .error,
        page: RulePage(
            summary: "A condition uses an operator that the vendor does not have.",
            why: """
                The vendor refuses the document. Where one slips in, nobody can say what the statement means, and Writ answers \
                *uncertain* about everything that it decides.
                """,
            avoid: #"Condition: {StringLike: {"g:UserName": ["ops-*"]}}   # Huawei"#,
            prefer: #"Condition: {StringMatch: {"g:UserName": ["ops-*"]}}"#,
            fixSafety: "Safe: writes the name that this vendor has for another vendor's operator.",
            references: ["parliament UNKNOWN_OPERATOR", "AWS Access Analyzer: invalid condition operator"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let all = statement.element("Condition") else { return }
    for element in all.members where policy.dialect.conditionOperator(named: element.name) == nil {
        let name = OperatorName(element.name)
        if name.base.lowercased() == "null" { continue }
        var better = name
        var fix: Fix?
        if let base = policy.dialect.ownName(ofOperator: name.base) {
            better.base = base
            if !all.members.contains(where: { $0.name.lowercased() == better.text.lowercased() }) {
                fix = Fix(
                    "write `\(better.text)`", .safe,
                    .document([.rename(element.path, better.text)], of: policy.id))
            }
        } else if let base = nearestName(to: name.base, among: policy.dialect.operatorNames) {
            better.base = base
        }
        report.find(
            "`\(element.name)` is no condition operator of \(policy.dialect.rawValue)", at: element.path,
            of: policy, key: true, label: "no such operator",
            help: better == name
                ? nil : fix == nil ? "did you mean `\(better.text)`?" : "write `\(better.text)`",
            fix: fix)
    }
}
