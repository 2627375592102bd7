internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// An attachment past its day.
    static let expiredAttachment = Rule(
        "OBJ030", "expired-attachment", .low,
        page: RulePage(
            summary: "An attachment has ended and its manifest still has it.",
            why: """
                It gives nothing any more, and whoever reads the manifest believes that it does. Whoever moves the date brings \
                the access back without a review of what it is for.
                """,
            avoid: "policies: [{name: network-change, expires: 2024-01-01}]",
            prefer: "policies: []",
            fixSafety: "Unsafe: takes what has ended out of the list; nobody can do less than before."),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    func isPast(_ item: DesiredAttachment) -> Bool { item.expires?.isPast(at: account.asOf) ?? false }
    for holder in account.objects {
        guard let list = holder.policies, list.items.contains(where: isPast) else { continue }
        var mended = holder
        mended.policies = list.without(isPast)
        for (index, item) in list.items.enumerated() {
            guard let expires = item.expires, isPast(item) else { continue }
            report.find(
                "`\(item.policy.name)` ended for `\(holder.address)` with \(expires)",
                at: .item(holder.address, .policies, index), help: "take it out, or move its end",
                fix: Fix("take it out", .unsafe, .object(mended)))
        }
    }
}
