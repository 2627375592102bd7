internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// An attachment in a scope that another cloud has not.
    static let foreignScope = Rule(
        "POR006", "foreign-scope", .medium, options: [.dialects],
        page: RulePage(
            summary: "A policy is attached in a scope that another cloud has not for such a principal.",
            why: """
                Carried there, the attachment would have to hold in the whole account, which gives more, or not be made at all.
                """,
            avoid: "policies: [{name: ledger-write, scope: {enterpriseProject: payments}}]",
            prefer: "policies: [ledger-write]      # with a condition that says where"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for form in report.forms {
        for object in account.objects where object.address.kind.isPrincipal {
            let known = form.scopes(of: object.address.kind)
            guard let list = object.policies, list.mode != .none else { continue }
            for (index, item) in list.items.enumerated() {
                guard let scope = item.scope, !known.contains(scope.word) else { continue }
                let place = scope == .account ? "the whole account" : "\(scope)"
                report.find(
                    "\(form.rawValue) cannot attach `\(item.policy)` to `\(object.address)` in \(place)",
                    at: .item(object.address, .policies, index),
                    help: "it knows " + known.sorted().map { "`\($0)`" }.joined(separator: ", "))
            }
        }
    }
}
