internal import WritModel

/// Refuses more removed objects, removed edges and updated objects than the limits allow.
func changeLimitRefusals(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    removedObjects(changes, context) + removedEdges(changes, context) + updatedObjects(changes, context)
}

private func removedObjects(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    Kind.allCases.compactMap { kind in
        let removed = changes.filter { $0.action == .delete && $0.address.kind == kind }
        let owned =
            context.applied.objects.keys.count { $0.kind == kind }
            + context.done.count { $0.action == .delete && $0.address.kind == kind }
        let limit = context.settings.removedObjects.allowed(of: owned)
        guard removed.count > limit else { return nil }
        return Refusal(
            .removedObjects,
            "\(removed.count) of \(owned) \(kind.plural) would be deleted, the limit is \(limit)",
            count: removed.count, limit: limit, items: removed.map(\.address.description))
    }
}

/// Attachments whose time has run out are not counted: their end was reviewed when they were declared.
private func removedEdges(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    let sorts: [(name: String, action: Action, owned: Int)] = [
        ("memberships", .leave, context.applied.memberships.count),
        ("attachments", .detach, context.applied.attachments.count),
    ]
    return sorts.compactMap { sort in
        let removed = changes.filter { $0.action == sort.action && $0.cause != .expiry }
        let owned = sort.owned + context.done.count { $0.action == sort.action }
        let limit = context.settings.removedEdges.allowed(of: owned)
        guard removed.count > limit else { return nil }
        return Refusal(
            .removedEdges,
            "\(removed.count) \(sort.name) would be removed (\(owned) are owned), the limit is \(limit)",
            count: removed.count, limit: limit, items: removed.map(\.summary))
    }
}

private func updatedObjects(_ changes: [Change], _ context: GuardContext) -> [Refusal] {
    let updated = Set(changes.filter { $0.action == .update || $0.action == .rename }.map(\.address))
    let owned = context.applied.objects.count
    let limit = context.settings.updatedObjects.allowed(of: owned)
    guard updated.count > limit else { return [] }
    return [
        Refusal(
            .updatedObjects,
            "\(updated.count) of \(owned) objects would be updated or renamed, the limit is \(limit)",
            count: updated.count, limit: limit, items: updated.sorted().map(\.description))
    ]
}

extension Kind {
    /// The kind's word for several objects.
    package var plural: String {
        switch self {
        case .user: "users"
        case .group: "groups"
        case .policy: "policies"
        case .agency: "agencies"
        case .passwordPolicy: "password policies"
        case .securitySettings: "security settings"
        case .project: "projects"
        case .identityProvider: "identity providers"
        }
    }
}
