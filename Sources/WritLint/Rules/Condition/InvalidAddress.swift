internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An address that is none, or a range that does not start where it says.
    static let invalidAddress = Rule(
        "CND015", "invalid-address", .low,
        page: RulePage(
            summary: "A value is no address or range (an error), or a range has bits behind its prefix.",
            why: """
                What cannot be read matches no address. Of `10.0.0.5/8` the reader thinks of one host, and the vendor of sixteen \
                million.
                """,
            avoid: #"Condition: {IpAddress: {"g:SourceIp": ["203.0.113.5/24"]}}"#,
            prefer: #"Condition: {IpAddress: {"g:SourceIp": ["203.0.113.0/24"]}}"#,
            fixSafety: "Safe: writes the first address of the same range.",
            references: ["AWS Access Analyzer: invalid IP range"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    for condition in statement.conditions where condition.meaning.operator.test == .address {
        for value in condition.values {
            guard case .range(let range) = value.meaning else {
                report.find(
                    "`\(value.text)` is no address or range", at: value.path, of: policy,
                    help: "write an address such as `203.0.113.7` or a range such as `203.0.113.0/24`",
                    severity: .error)
                continue
            }
            guard let slash = value.text.firstIndex(of: "/"),
                let own = AddressRange(String(value.text[..<slash])), own.first != range.first
            else { continue }
            let plain =
                AddressRange.text(range.first, isVersion6: range.isVersion6) + String(value.text[slash...])
            report.find(
                "the range `\(value.text)` has bits behind its prefix", at: value.path, of: policy,
                label: "means `\(plain)`", help: "write `\(plain)`, or the one address without a prefix",
                fix: Fix(
                    "write `\(plain)`", .safe,
                    .document([.set(value.path, .string(plain))], of: policy.id)))
        }
    }
}
