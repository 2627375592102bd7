internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A field that another cloud does not keep.
    static let foreignField = Rule(
        "POR007", "foreign-field", .low, options: [.dialects],
        page: RulePage(
            summary: "A manifest states a field that another cloud does not keep, or not for programs.",
            why: """
                There it stays a line that nobody enforces: the plan shows it as unsupported, and people have to set it by hand.
                """,
            avoid: "operationProtection: [vmfa]      # AWS and JD Cloud have no such setting"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for form in report.forms {
        for object in account.objects {
            for field in Field.allCases
            where object.fields[field] != nil && !form.keeps(field, of: object.address.kind) {
                report.find(
                    "\(form.rawValue) keeps no `\(field.rawValue)` of `\(object.address)`",
                    at: .field(object.address, field), help: "see to it there by hand, or by a condition")
            }
        }
    }
}
