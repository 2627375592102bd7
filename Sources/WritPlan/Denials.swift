internal import WritModel

/// Which policies deny something, and which groups hold one: their edges come first and go last.
struct Denials {
    private let policies: Set<PolicyReference>
    private let groups: Set<String>

    init(desired: DesiredState, observed: ObservedState) {
        var policies: Set<PolicyReference> = []
        for object in observed.objects.values where object.address.kind == .policy {
            if case .document(let document)? = object.fields[.document], denies(document) {
                policies.insert(.custom(object.address.name))
            }
        }
        for object in desired.objects.values where object.address.kind == .policy {
            if case .scalar(.document(let document))? = object.fields[.document], denies(document) {
                policies.insert(.custom(object.address.name))
            }
        }
        for (name, document) in observed.systemPolicies where denies(document) {
            policies.insert(.system(name))
        }
        var groups = Set(
            observed.attachments.keys
                .filter { $0.principal.kind == .group && policies.contains($0.policy) }
                .map(\.principal.name))
        for object in desired.objects.values where object.address.kind == .group {
            if object.policies?.items.contains(where: { policies.contains($0.policy) }) == true {
                groups.insert(object.address.name)
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
        case .create, .update, .rename, .delete, .adopt, .release: Wave(of: effect)
        }
    }
}

/// Whether a statement of the document has the effect Deny.
private func denies(_ document: PolicyDocument) -> Bool {
    guard let canonical = try? JSONValue(parsing: Array(document.canonical.utf8)) else { return false }
    return canonical["Statement"]?.array?.contains { $0["Effect"]?.string == "deny" } ?? false
}
