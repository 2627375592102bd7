/// The entries of one side's Allow statements: an action pattern, a resource pattern and what limits them.
struct KnownEntries {
    /// What entries of one statement have in common.
    private struct Limits: Hashable {
        var excludedActions: [Glob]
        var excludedResources: [Box]
        var conditions: Int
    }

    private struct Listed {
        var actions: Set<Glob>?
        var resources: Set<Box>?
    }

    private var byLimits: [Limits: [Listed]] = [:]

    init(_ side: ComparedSide) {
        for statement in side.statements where !statement.isDeny {
            byLimits[limits(statement), default: []].append(
                Listed(actions: statement.actions.map(Set.init), resources: statement.resources.map(Set.init))
            )
        }
    }

    /// Whether the same entry stands on this side.
    func holds(_ statement: ComparedStatement, action: Glob?, resource: Box?) -> Bool {
        guard let listed = byLimits[limits(statement)] else { return false }
        return listed.contains { entry in
            holds(entry.actions, action, everything: Glob.everything)
                && holds(
                    entry.resources, resource,
                    everything: resource.map { Box.everything($0.segments.count) })
        }
    }

    /// Whether a pattern stands in a list, or all of the list is everything.
    private func holds<Pattern: Hashable>(_ list: Set<Pattern>?, _ pattern: Pattern?, everything: Pattern?)
        -> Bool
    {
        guard let list else { return true }
        if let pattern, list.contains(pattern) { return true }
        return everything.map(list.contains) ?? false
    }

    private func limits(_ statement: ComparedStatement) -> Limits {
        Limits(
            excludedActions: statement.excludedActions, excludedResources: statement.excludedResources,
            conditions: statement.conditions)
    }
}
