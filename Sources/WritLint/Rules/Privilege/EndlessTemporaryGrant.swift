internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A grant that is called temporary and has no end.
    static let endlessTemporaryGrant = Rule(
        "SEC026", "endless-temporary-grant", .low,
        options: [
            RuleOption(
                "words",
                .texts(["temporary", "temp", "tmp", "breakglass", "break-glass", "emergency", "interim"]),
                "Words in the names of policies and groups that say that a grant is not meant to last.")
        ],
        page: RulePage(
            summary: "A grant that is called temporary has no end.",
            why: "Nobody takes it away later. What was meant for one night is held for years.",
            avoid: "policies: [break-glass-network]",
            prefer: "policies: [{name: break-glass-network, expires: 2026-12-01}]"),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let words = report.texts("words").map { $0.lowercased() }
    for object in account.objects {
        guard let list = object.policies, list.mode != .none else { continue }
        for (index, item) in list.items.enumerated() where item.expires == nil {
            let names =
                object.address.kind == .group ? [item.policy.name, object.address.name] : [item.policy.name]
            guard let word = words.first(where: { word in names.contains { isWord(word, in: $0) } }),
                !account.hasEnd(item.policy)
            else { continue }
            report.find(
                "\(item.policy) on \(object.address) is called `\(word)` and has no end",
                at: .item(object.address, .policies, index), label: "no end", help: "add `expires:`")
        }
    }
}

extension LintedAccount {
    /// Whether every Allow of a policy asks for the time.
    fileprivate func hasEnd(_ policy: PolicyReference) -> Bool {
        guard case .custom(let name) = policy, let document = self.policy(Address(.policy, name)) else {
            return false
        }
        let key = dialect.currentTimeKey.lowercased()
        let allows = document.reading.statements.filter { $0.effect == .allow }
        return !allows.isEmpty && allows.allSatisfy { $0.conditions.contains { $0.key == key } }
    }
}

/// Whether a name has the word by itself: `temp-admin`, but not `template`.
private func isWord(_ word: String, in name: String) -> Bool {
    let name = Array(name.lowercased().utf8)
    let word = Array(word.utf8)
    guard !word.isEmpty, name.count >= word.count else { return false }
    let isLetter = { (byte: UInt8) in (0x61...0x7A).contains(byte) }
    return (0...(name.count - word.count)).contains { start in
        let end = start + word.count
        return Array(name[start..<end]) == word && (start == 0 || !isLetter(name[start - 1]))
            && (end == name.count || !isLetter(name[end]))
    }
}
