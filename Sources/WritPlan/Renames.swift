internal import WritDiagnostics
internal import WritModel

/// The objects that are live under a former name.
struct Renames {
    /// From the live name to the declared one.
    private(set) var newName: [Address: Address] = [:]
    private(set) var problems: [Diagnostic] = []

    /// Finds, for each declared object, the former name under which it is live or owned.
    init(_ input: PlanInput) {
        let renamed = input.desired.objects.values.filter { !$0.formerly.isEmpty }
        for object in renamed.sorted(by: { $0.address < $1.address }) {
            let new = object.address
            for name in object.formerly {
                let old = Address(new.kind, name)
                let isLive = input.observed.objects.has(old)
                let isOwned = input.applied.objects.has(old)
                guard isLive || isOwned, !input.desired.objects.has(old) else { continue }
                if input.observed.objects.has(new) || input.applied.objects.has(new) {
                    // Renamed before; an unowned object of the old name is none of our business.
                    if isLive && isOwned { problems.append(bothLive(old, new, input)) }
                    continue
                }
                if isLive && !input.capabilities.renames.contains(new.kind) {
                    problems.append(cannotRename(old, new, input))
                }
                newName[old] = new
                break
            }
        }
    }

    /// The name that `address` goes by after the renames.
    func current(_ address: Address) -> Address { newName[address] ?? address }

    private func bothLive(_ old: Address, _ new: Address, _ input: PlanInput) -> Diagnostic {
        Diagnostic(
            "rename.conflict", "`\(old)` cannot become `\(new)`: the store has both",
            at: input.sources[new]?.name,
            help: "remove `\(old.name)` from `formerly` and declare both, or delete one of them first")
    }

    private func cannotRename(_ old: Address, _ new: Address, _ input: PlanInput) -> Diagnostic {
        Diagnostic(
            "rename.unsupported", "the store cannot rename `\(old)` to `\(new)`",
            at: input.sources[new]?.name,
            help: "declare the new object, move what depends on the old one, then delete it")
    }
}

extension Renames {
    /// The observed state as it will be called.
    func renaming(_ state: ObservedState) -> ObservedState {
        guard !newName.isEmpty else { return state }
        var result = state
        result.objects = rekeyed(state.objects) { current($0) }
        for (old, new) in newName where result.objects.has(new) && state.objects.has(old) {
            result.objects[new]?.address = new
        }
        for (address, object) in result.objects where address.kind == .identityProvider {
            guard let mappings = object.fields[.mappings] else { continue }
            result.objects[address]?.fields[.mappings] = groups.reduce(mappings) {
                $0.renaming(group: $1.key.name, to: $1.value.name)
            }
        }
        result.memberships = rekeyed(state.memberships) { current($0) }
        result.attachments = rekeyed(state.attachments) { current($0) }
        return result
    }

    /// The groups that are renamed.
    private var groups: [Address: Address] { newName.filter { $0.key.kind == .group } }

    /// The applied state as it will be called.
    func renaming(_ state: AppliedState) -> AppliedState {
        guard !newName.isEmpty else { return state }
        var result = state
        result.objects = rekeyed(state.objects) { current($0) }
        for (old, new) in newName where state.objects.has(old) {
            result.objects[new]?.address = new
        }
        for (address, object) in result.objects {
            if address.kind == .identityProvider, let mappings = object.fields[.mappings] {
                result.objects[address]?.fields[.mappings] = groups.reduce(mappings) {
                    $0.renaming(group: $1.key.name, to: $1.value.name)
                }
            }
            for (list, value) in object.lists {
                result.objects[address]?.lists[list] = newName.reduce(value) {
                    $0.renaming($1.key, to: $1.value, in: list)
                }
            }
        }
        result.memberships = rekeyed(state.memberships) { current($0) }
        result.attachments = rekeyed(state.attachments) { current($0) }
        return result
    }

    private func current(_ edge: Membership) -> Membership {
        Membership(
            user: current(Address(.user, edge.user)).name,
            group: current(Address(.group, edge.group)).name)
    }

    private func current(_ key: AttachmentKey) -> AttachmentKey {
        var key = key
        key.principal = current(key.principal)
        if case .custom(let name) = key.policy {
            key.policy = .custom(current(Address(.policy, name)).name)
        }
        return key
    }
}

/// The dictionary under transformed keys. Two keys becoming one is a bug of the caller's.
private func rekeyed<Key, Value>(_ map: [Key: Value], _ transform: (Key) -> Key) -> [Key: Value] {
    Dictionary(uniqueKeysWithValues: map.map { (transform($0), $1) })
}
