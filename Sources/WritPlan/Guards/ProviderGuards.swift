import WritModel

/// Refuses plans after which nobody may be able to log in, or not those who apply plans: nobody can tell from here
/// whether an identity provider works.
func providerRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    let providers = Dictionary(
        grouping: changes.filter { $0.address.kind == .identityProvider && !$0.effect.isLedgerOnly },
        by: \.address)
    return providers.sorted { $0.key < $1.key }.flatMap { address, changes in
        let change = ProviderChange(address, changes, context.observed)
        let complaints = change.lockouts + change.lossesOfApplier(context.appliers)
        return complaints.map { Refusal(.lockout, "\(address) \($0)", items: [address.description]) }
    }
}

/// A provider before a plan and after it.
private struct ProviderChange {
    private let names: Set<Address>
    private let before: FieldMap<Value>
    private let after: FieldMap<Value>
    private let isDeleted: Bool

    init(_ address: Address, _ changes: [Change], _ observed: ObservedState) {
        var names: Set<Address> = [address]
        var set: FieldMap<Value> = [:]
        var isDeleted = false
        for change in changes {
            switch change.effect {
            case .rename(let old): names.insert(Address(.identityProvider, old))
            case .create(let fields): set = fields
            case .update(let fields): for field in fields { set[field.field] = field.after }
            case .delete: isDeleted = true
            default: break
            }
        }
        let live = names.lazy.compactMap { observed.objects[$0] }.first?.fields ?? [:]
        var after = live
        for (field, value) in set { after[field] = value }
        self.names = names
        self.before = live
        self.after = after
        self.isDeleted = isDeleted
    }

    /// What leaves everybody without a way in that is known to work.
    var lockouts: [String] {
        if !before.takesOtherLogins, isDeleted {
            return ["is the only way to log in, and would be deleted: first apply `otherLogins: true`"]
        }
        if !after.takesOtherLogins, before.takesOtherLogins {
            return [
                "would be the only way to log in, and nobody can tell from here whether it works: every other login "
                    + "would be off"
            ]
        }
        if !before.takesOtherLogins, after[.otherLogins] == .boolean(false),
            after[.enabled] == .boolean(false)
        {
            return [
                "is the only way to log in, and would be disabled: set `otherLogins: true` in the same commit"
            ]
        }
        guard !after.takesOtherLogins else { return [] }
        let changed = trusted.filter { before[$0] != after[$0] }.map { "`\($0.rawValue)`" }
        guard !changed.isEmpty else { return [] }
        return [
            "is the only way to log in, and nobody can tell from here whether it still works with another "
                + changed.joined(separator: ", ")
        ]
    }

    /// What takes the provider from those who come through it to apply plans.
    func lossesOfApplier(_ appliers: [Address]) -> [String] {
        guard !names.isDisjoint(with: appliers), !before.isEmpty else { return [] }
        let who = "is how plans are applied, and would"
        if isDeleted { return ["\(who) be deleted"] }
        if before[.enabled] != .boolean(false), after[.enabled] == .boolean(false) {
            return ["\(who) be disabled"]
        }
        let kept = after[.mappings]?.mappings ?? []
        let lost = (before[.mappings]?.mappings ?? []).filter { mapping in
            !kept.contains { $0.givesAll(of: mapping) }
        }
        return lost.map { "\(who) lose what its mapping `\($0.name)` gives" }
    }
}

/// What the account takes the provider's word by.
private let trusted: [Field] = [
    .samlMetadata, .oidcIssuer, .oidcClientIDs, .oidcThumbprints, .oidcSigningKeys,
]

extension FieldMap<Value> {
    /// Whether users can log in otherwise than through the provider of these fields.
    fileprivate var takesOtherLogins: Bool {
        self[.otherLogins] != .boolean(false) || self[.enabled] == .boolean(false)
    }
}

extension FederationMapping {
    /// Whether it gives the same people at least the groups of `other`.
    fileprivate func givesAll(of other: FederationMapping) -> Bool {
        conditions == other.conditions
            && Set(groups.map(\.name)).isSuperset(of: other.groups.map(\.name))
    }
}
