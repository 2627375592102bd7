internal import WritDiagnostics
internal import WritManifest
internal import WritModel

extension Rule {
    /// `Null` with a qualifier or with `IfExists`.
    static let suffixedNull = Rule(
        "CND006", "suffixed-null", .error,
        page: RulePage(
            summary: "`Null` has the suffix `IfExists` or a qualifier.",
            why:
                "`Null` asks whether the key is there at all: the vendors have no such operator, and refuse the document.",
            avoid: #"Condition: {NullIfExists: {"g:MFAPresent": ["false"]}}"#,
            prefer: #"Condition: {Null: {"g:MFAPresent": ["false"]}}"#,
            fixSafety: "Safe: `Null` is the only thing that the name can mean.",
            references: ["AWS Access Analyzer: Null with IfExists, qualifier with Null"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let all = statement.element("Condition") else { return }
    for element in all.members {
        let name = OperatorName(element.name)
        guard name.base.lowercased() == "null", name.text != name.base else { continue }
        let isFree = !all.members.contains { $0.name.lowercased() == "null" }
        let part = name.suffix.isEmpty ? String(name.qualifier.dropLast()) : name.suffix
        report.find(
            "`Null` takes no `\(part)`", at: element.path, of: policy, key: true, help: "write `Null`",
            fix: isFree
                ? Fix("write `Null`", .safe, .document([.rename(element.path, "Null")], of: policy.id)) : nil)
    }
}
