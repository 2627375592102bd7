internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A name that another cloud refuses.
    static let refusedName = Rule(
        "POR008", "refused-name", .medium, options: [.dialects],
        page: RulePage(
            summary: "Another cloud refuses the name of a user, group, policy or agency.",
            why: """
                Names are what manifests, conditions and trails go by. One that has to change on the way is another object to all \
                of them.
                """,
            avoid: "metadata: {name: ann.lee@example.com}", prefer: "metadata: {name: ann-lee}"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for form in report.forms {
        for object in account.objects {
            let rule = form.nameRule(of: object.address.kind)
            guard let problem = rule?.problem(of: object.address.name) else { continue }
            report.find(
                "\(form.rawValue) refuses the name of `\(object.address)`: \(problem)",
                at: .object(object.address),
                help: "4 to 20 letters, digits, `-` and `_`, the first a letter, are good everywhere")
        }
    }
}
