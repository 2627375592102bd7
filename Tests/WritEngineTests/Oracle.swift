import WritModel

/// What is wrong with `observed` as the live form of `desired`: written from the rules of the manifests,
/// without a look at the diff. Everything live is supposed to have come from Writ.
func faults(of observed: ObservedState, as desired: DesiredState, asOf: Instant) -> [String] {
    var faults: [String] = []
    let observed = observed.awaiting(asOf: asOf)
    for address in observed.objects.keys where desired.objects[address] == nil {
        faults.append("\(address) is not declared")
    }
    for (address, object) in desired.objects {
        guard let live = observed.objects[address] else {
            faults.append("\(address) is missing")
            continue
        }
        for (field, value) in object.fields where !value.isSatisfied(by: live.fields[field]) {
            faults.append("\(address) has another \(field.rawValue)")
        }
    }
    faults += membershipFaults(observed, desired) + attachmentFaults(observed, desired, asOf)
    return faults.sorted()
}

private func membershipFaults(_ observed: ObservedState, _ desired: DesiredState) -> [String] {
    var faults: [String] = []
    let live = Set(observed.memberships.keys)
    func check(_ list: DesiredList<Reference>?, _ edge: (String) -> Membership, of edges: Set<Membership>) {
        guard let list else { return }
        let named = Set(list.items.map { edge($0.name) })
        switch list.mode {
        case .exactly where edges != named: faults.append("exactly \(named.sorted()), live \(edges.sorted())")
        case .atLeast where !edges.isSuperset(of: named): faults.append("at least \(named.sorted())")
        case .none where !edges.isDisjoint(with: named): faults.append("none of \(named.sorted())")
        default: break
        }
    }
    for object in desired.objects.values {
        let name = object.address.name
        check(object.members, { Membership(user: $0, group: name) }, of: live.filter { $0.group == name })
        check(object.groups, { Membership(user: name, group: $0) }, of: live.filter { $0.user == name })
    }
    return faults
}

private func attachmentFaults(
    _ observed: ObservedState, _ desired: DesiredState, _ asOf: Instant
) -> [String] {
    var faults: [String] = []
    for object in desired.objects.values {
        guard let list = object.policies else { continue }
        let live = observed.attachments.filter { $0.key.principal == object.address }
        if list.mode == .none {
            let forbidden = live.keys.filter { key in
                list.items.contains { $0.policy == key.policy && ($0.scope ?? key.scope) == key.scope }
            }
            faults += forbidden.map { "\($0) is forbidden" }
            continue
        }
        var wanted: Set<AttachmentKey> = []
        for item in list.items where item.expires.map({ $0.end > asOf }) ?? true {
            let key = AttachmentKey(
                principal: object.address, policy: item.policy, scope: item.scope ?? .account)
            wanted.insert(key)
            if live[key]?.expires != item.expires || live[key] == nil { faults.append("\(key) is not so") }
        }
        if list.mode == .exactly, Set(live.keys) != wanted { faults.append("\(object.address) has others") }
    }
    return faults
}
