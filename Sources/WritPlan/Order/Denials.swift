internal import WritModel

/// Which policies deny something, and which groups hold one: their edges come first and go last.
struct Denials {
    private let policies: Set<PolicyReference>
    private let groups: Set<String>

    init(desired: DesiredState, observed: ObservedState) {
        var policies: Set<PolicyReference> = []
        // Only the keys are gone through: most objects are users, and copying one costs more than a look-up.
        for address in observed.objects.keys where address.kind == .policy {
            if case .document(let document)? = observed.objects[address]?.fields[.document], document.denies {
                policies.insert(.custom(address.name))
            }
        }
        for address in desired.objects.keys where address.kind == .policy {
            if case .scalar(.document(let document))? = desired.objects[address]?.fields[.document],
                document.denies
            {
                policies.insert(.custom(address.name))
            }
        }
        for (name, document) in observed.systemPolicies where document.denies {
            policies.insert(.system(name))
        }
        var groups = Set(
            observed.attachments.keys
                .filter { $0.principal.kind == .group && policies.contains($0.policy) }
                .map(\.principal.name))
        for address in desired.objects.keys where address.kind == .group {
            if desired.objects[address]?.policies?.items.contains(where: { policies.contains($0.policy) })
                == true
            {
                groups.insert(address.name)
            }
        }
        self.policies = policies
        self.groups = groups
    }

    /// The wave of an edge's effect.
    func wave(of effect: Effect) -> Wave {
        switch effect {
        case .join(let edge): groups.contains(edge.group) ? .denials : .grants
        case .attach(let key, _, _): policies.contains(key.policy) ? .denials : .grants
        case .leave(let edge): groups.contains(edge.group) ? .liftedDenials : .revocations
        case .detach(let key, _): policies.contains(key.policy) ? .liftedDenials : .revocations
        case .create, .update, .rename, .delete, .issue, .enable, .disable, .revoke, .adopt, .release:
            Wave(of: effect)
        }
    }
}
