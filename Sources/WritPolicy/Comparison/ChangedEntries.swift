/// The entries of one side's statements that the other side has not: where a request has to lie for its answer to differ.
///
/// An entry is an action pattern and a resource pattern of a statement. One that also stands in a statement of the other side with the same effect, callers,
/// exclusions and conditions makes no difference by itself.
struct ChangedEntries {
    /// The action patterns of such entries, each once; `nil` where one of them takes every action.
    private(set) var actions: [Glob]? = []
    /// Their resource patterns; `nil` where one of them takes every resource.
    private(set) var resources: [ResourcePattern]? = []
    private(set) var isEmpty = true

    /// The services of ``actions`` where those are many.
    private var services: Set<ArraySlice<UInt8>>?

    /// What can give access that `old` does not: Allow entries of `new` alone, and Deny statements of `old` alone.
    init(old: [Statement], new: [Statement]) {
        let same = SameEnds(old, new)
        for statement in same.middle(of: new) where statement.effect == .allow {
            collect(statement, missingIn: old, same.middle(of: old))
        }
        for statement in same.middle(of: old) where statement.effect == .deny {
            collect(statement, missingIn: new, same.middle(of: new))
        }
        guard let actions, actions.count > 32 else { return }
        services = Set(actions.map(\.service))
        if services?.contains(where: \.isEmpty) ?? false { services = nil }
    }

    private mutating func collect(
        _ statement: Statement, missingIn others: [Statement], _ nearest: ArraySlice<Statement>
    ) {
        if nearest.contains(where: statement.saysSame) { return }
        // What a Deny that is gone opens is looked for in all of it.
        let alike = statement.effect == .deny ? [] : others.filter(statement.isLimitedLike)
        let held = alike.map { other in
            (
                actions: places(of: statement.actions.included, in: other.actions.included),
                resources: places(of: statement.resources.included, in: other.resources.included)
            )
        }
        let actionCount = statement.actions.included?.count ?? 1
        let resourceCount = statement.resources.included?.count ?? 1
        var newResources = Array(repeating: false, count: resourceCount)
        for action in 0..<actionCount {
            var isNew = false
            for resource in 0..<resourceCount
            where !held.contains(where: { $0.actions[action] && $0.resources[resource] }) {
                isNew = true
                newResources[resource] = true
            }
            if isNew { add(statement.actions.included?[action].glob) }
        }
        for resource in 0..<resourceCount where newResources[resource] {
            isEmpty = false
            guard let included = statement.resources.included else {
                resources = nil
                continue
            }
            if resources?.contains(included[resource]) == false { resources?.append(included[resource]) }
        }
    }

    private mutating func add(_ action: Glob?) {
        guard let action, !action.isEverything else {
            actions = nil
            return
        }
        if actions?.last != action { actions?.append(action) }
    }

    /// The statement with the patterns alone that can lie inside these entries; `nil` where it cannot.
    func part(of statement: Statement) -> Statement? {
        var part = statement
        if let actions, let included = statement.actions.included {
            let kept = included.filter { pattern in
                if let services, !pattern.glob.service.isEmpty {
                    return services.contains(pattern.glob.service)
                }
                return actions.contains { canMeet($0, pattern.glob) }
            }
            if kept.isEmpty { return nil }
            part.actions.included = kept
        }
        if let resources, let included = statement.resources.included {
            let kept = included.filter { pattern in resources.contains { canMeet($0, pattern) } }
            if kept.isEmpty { return nil }
            part.resources.included = kept
        }
        return part
    }
}

/// Which of the patterns another list has too; of one that takes everything, one place.
private func places<Pattern: Hashable>(of patterns: [Pattern]?, in others: [Pattern]?) -> [Bool] {
    guard let patterns else { return [others == nil] }
    guard let others else { return Array(repeating: true, count: patterns.count) }
    if patterns.count * others.count <= 1024 { return patterns.map(others.contains) }
    if patterns == others { return Array(repeating: true, count: patterns.count) }
    let all = Set(others)
    return patterns.map(all.contains)
}

/// How many statements two lists have in common at their start and at their end.
private struct SameEnds {
    private var start = 0
    private var end = 0

    init(_ a: [Statement], _ b: [Statement]) {
        let most = min(a.count, b.count)
        while start < most, a[start].saysSame(as: b[start]) { start += 1 }
        while start + end < most, a[a.count - 1 - end].saysSame(as: b[b.count - 1 - end]) { end += 1 }
    }

    func middle(of statements: [Statement]) -> ArraySlice<Statement> {
        statements[start..<(statements.count - end)]
    }
}

extension Statement {
    /// Whether both are about the same requests and do the same; where they stand does not count.
    func saysSame(as other: Statement) -> Bool {
        effect == other.effect && actions.included?.count == other.actions.included?.count
            && conditions.count == other.conditions.count && resources == other.resources
            && actions == other.actions && conditions == other.conditions && principals == other.principals
    }

    /// Whether the same limits what the action and resource patterns list.
    fileprivate func isLimitedLike(_ other: Statement) -> Bool {
        effect == other.effect && conditions.count == other.conditions.count
            && actions.excluded == other.actions.excluded && resources.excluded == other.resources.excluded
            && conditions == other.conditions && principals == other.principals
    }
}
