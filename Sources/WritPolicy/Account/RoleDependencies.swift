package import WritModel

/// A role that is not where another one needs it.
package struct MissingRole: Hashable, Sendable {
    /// The role.
    package var dependency: RoleDependency
    /// Whether its document is known; of a role that nobody knows it is not sure that it can be attached.
    package var isKnown: Bool
}

/// What the roles of an account need beside them: on the same principal and in the same scope, or they have no effect.
///
/// A user that is in two groups has none of both: a role and what it needs have to be on one of them. Source: Huawei Cloud's pages on
/// role dependencies.
package struct RoleDependencies: Hashable, Sendable {
    private var needs: [PolicyReference: [RoleDependency]] = [:]
    private var known: Set<String> = []

    /// What these documents need. Policies have no dependencies in any other language than Huawei's.
    package init(_ documents: [PolicyReference: PolicyDocument], dialect: Dialect) {
        guard dialect == .huawei else { return }
        for (policy, document) in documents {
            let dependencies = document.roleDependencies
            if !dependencies.isEmpty { needs[policy] = dependencies }
        }
        if !needs.isEmpty { known = Set(documents.keys.map(\.name)) }
    }

    /// Whether no role needs another.
    package var isEmpty: Bool { needs.isEmpty }

    /// Whether a role needs others.
    package func needsOthers(_ role: PolicyReference) -> Bool { needs[role] != nil }

    /// The roles that `role` needs and that are not among `held`, the names of what is attached to the same principal in the same
    /// scope; with what each of those needs in turn. In order, and each once, also where roles need each other.
    package func missing(for role: PolicyReference, beside held: Set<String>) -> [MissingRole] {
        var found: [String: RoleDependency] = [:]
        var open = needs[role] ?? []
        while let next = open.popLast() {
            guard !held.contains(next.name), next.name != role.name, found[next.name] == nil else { continue }
            found[next.name] = next
            open += needs[.system(next.name)] ?? needs[.custom(next.name)] ?? []
        }
        return found.values.sorted().map { MissingRole(dependency: $0, isKnown: known.contains($0.name)) }
    }
}
