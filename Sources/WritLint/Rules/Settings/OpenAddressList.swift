internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// An address list that admits everybody.
    static let openAddressList = Rule(
        "ACC011", "open-address-list", .medium,
        page: RulePage(
            summary: "A list of addresses admits every address, so that it admits everybody.",
            why: """
                A list says from where people log in or call the APIs. One with `0.0.0.0/0`, or with nothing in it, only looks like \
                one.
                """,
            avoid: "console: {allowFrom: [0.0.0.0/0]}", prefer: "console: {allowFrom: [203.0.113.0/24]}",
            references: ["Huawei Cloud IAM access control"]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    guard let settings = account.securitySettings else { return }
    for field in [Field.consoleAllowFrom, .apiAllowFrom] {
        guard case .list(let list)? = settings.fields[field], list.mode != .none else { continue }
        // A list that names some may be longer in the store.
        if list.items.isEmpty && list.mode != .exactly { continue }
        let admitted = Value?.some(.list(of: list.items)).admittedRanges
        let versions = [(AddressRange.everyVersion4, "IPv4"), (.everyVersion6, "IPv6")]
        let open = versions.filter { admitted.cover($0.0) }.map(\.1)
        guard !open.isEmpty else { continue }
        report.find(
            "`\(field.rawValue)` admits every \(open.joined(separator: " and ")) address",
            at: .field(settings.address, field),
            help: "list the addresses that people and programs come from")
    }
}
