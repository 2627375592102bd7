import WritModel

/// Refuses to take the last access key that works from the user who applies plans: a new one is not where it is used yet.
func keyRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    context.appliers.filter { $0.kind == .user }.compactMap { applier in
        let own = changes.filter { $0.address == applier }
        let names = own.compactMap { change in
            if case .rename(let old) = change.effect { Address(.user, old) } else { nil }
        }
        let live = ([applier] + names).lazy.compactMap { context.observed.objects[$0] }.first
        var active = Set((live?.accessKeys ?? []).filter { $0.status == .active }.map(\.id))
        guard !active.isEmpty else { return nil }
        for change in own {
            switch change.effect {
            case .enable(let key): active.insert(key.id)
            case .disable(let key), .revoke(let key): active.remove(key.id)
            default: continue
            }
        }
        guard active.isEmpty else { return nil }
        return Refusal(
            .lockout, "\(applier) applies plans, and the last access key with which it can would be disabled",
            items: [applier.description])
    }
}
