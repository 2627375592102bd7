internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A principal that another one of the statement includes.
    static let redundantPrincipal = Rule(
        "TRU010", "redundant-principal", .low,
        page: RulePage(
            summary: "A statement names somebody whom another of its principals includes.",
            why:
                "The narrow entry looks like the limit and is none. Whoever takes it out believes that the access is gone.",
            avoid: #"Principal: {IAM: ["trn:iam::2100000000:root", "trn:iam::2100000000:user/ann"]}"#,
            prefer: #"Principal: {IAM: ["trn:iam::2100000000:root"]}"#,
            fixSafety: """
                Safe: the comparison proved that the document lets the same callers do the same. Under AWS a user beside its account \
                is left alone: naming it lets it in without a permission of its own.
                """,
            references: ["AWS Access Analyzer: redundant principal"]),
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard policy.kind != .identity, let reading = statement.reading, let element = reading.principals else {
        return
    }
    let principals = statement.principals
    guard principals.count > 1 else { return }
    for (index, principal) in principals.enumerated() {
        let wider = principals.enumerated().first { other, candidate in
            other != index && candidate.entry.includes(principal.entry, policy.dialect)
                && (other < index || !principal.entry.includes(candidate.entry, policy.dialect))
        }?.element
        guard let wider else { continue }
        var without = policy.reading
        guard let place = without.statements.firstIndex(where: { $0.index == reading.index }) else {
            continue
        }
        var entries = element.entries
        entries.remove(at: index)
        without.statements[place].principals?.entries = entries
        let set = PolicySet([without])
        guard gained(old: set, new: policy.set).verdict == false,
            gained(old: policy.set, new: set).verdict == false
        else { continue }
        report.find(
            "`\(wider.text)` includes `\(principal.text)`", at: principal.path, of: policy,
            label: "included already", notes: [("the wider one is here", .value(wider.path, of: policy.id))],
            help: "take it out",
            fix: Fix("take it out", .safe, .document([.remove(principal.path)], of: policy.id)))
    }
}

extension PrincipalElement.Entry {
    /// Whether it includes another entry, also by what its naming means.
    fileprivate func includes(_ other: PrincipalElement.Entry, _ dialect: Dialect) -> Bool {
        switch (self, other) {
        case (.anybody, _): true
        case (.account(let account), .named): dialect != .aws && other.account(dialect) == account
        case (.named(let a, let wide), .named(let b, let narrow)):
            a == b && (wide == narrow || narrow.isLiteral && wide.matches(narrow.bytes))
        default: self == other
        }
    }
}
