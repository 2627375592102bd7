internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A user who is disabled and was left where it was.
    static let disabledUserAccess = Rule(
        "OBJ022", "disabled-user-access", .low,
        page: RulePage(
            summary: "A disabled user is still in groups, or has keys that are active.",
            why: """
                Whoever enables it again, for a day or by mistake, gives back all that it had, and nobody reviews that.
                """,
            avoid: "enabled: false\ngroups: [ops]",
            prefer: "enabled: false\ngroups: []",
            fixSafety:
                "Unsafe: takes the memberships out and sets the keys inactive; what the user may do today, nothing, stays the same."
        ),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    let disabled = account.objects(.user).filter { account.flag(.enabled, of: $0.address) == false }
    for user in disabled {
        let name = user.address.name
        let fix = Fix("take it out and set its keys inactive", .unsafe, .object(user.emptied))
        let groups = (user.groups?.wanted ?? []).map(\.name)
        if !groups.isEmpty {
            report.find(
                "`\(name)` is disabled and still in \(listed(groups))", at: .list(user.address, .groups),
                help: "write `groups: []`", fix: fix)
        }
        let keys = account.activeKeys(of: user.address)
        if !keys.isEmpty {
            let isDeclared = user.emptied.fields[.accessKeysKeys] != user.fields[.accessKeysKeys]
            report.find(
                "`\(name)` is disabled and still has the active \(keys.count == 1 ? "key" : "keys") \(listed(keys))",
                at: .field(user.address, .accessKeysKeys), help: "write `status: inactive`",
                fix: isDeclared ? fix : nil)
        }
    }
    let names = Set(disabled.map(\.address.name))
    guard !names.isEmpty else { return }
    for group in account.objects(.group) {
        guard let list = group.members, list.mode != .none else { continue }
        var mended = group
        mended.members = list.without { names.contains($0.name) }
        for (index, member) in list.items.enumerated() where names.contains(member.name) {
            report.find(
                "`\(member.name)` is disabled and still in `\(group.address.name)`",
                at: .item(group.address, .members, index), help: "take it out",
                fix: Fix("take it out", .unsafe, .object(mended)))
        }
    }
}

extension DesiredObject {
    /// The user in no group, with no key that is active.
    fileprivate var emptied: DesiredObject {
        var user = self
        user.groups = groups?.mode == ListMode.none ? groups : groups?.without { _ in true }
        guard case .list(var keys)? = fields[.accessKeysKeys], keys.mode != .none else { return user }
        keys.items = keys.items.map { item in
            guard case .accessKey(var key) = item else { return item }
            key.status = .inactive
            return .accessKey(key)
        }
        user.fields[.accessKeysKeys] = .list(keys)
        return user
    }
}
