import WritModel

/// The patterns inside which a gained request may have to lie, in groups of which it needs at most one each.
struct RequiredPatterns {
    private(set) var actions: [[Box]] = []
    private(set) var resources: [[Box]] = []
    private(set) var actionOnes = 0
    private(set) var resourceOnes = 0

    /// - Parameters:
    ///   - refusing: Sets that may not allow the request.
    ///   - allowing: Sets that have to, besides the one whose entries the search goes through.
    init(
        refusing: [ComparedSide], new: ComparedSide, allowing: [ComparedSide], atoms: AtomTable,
        actionCount: Int, dialect: Dialect
    ) {
        var actionGroups: Set<[Box]> = []
        var resourceGroups: Set<[Box]> = []
        func insert(_ statements: [ComparedStatement]) {
            actionGroups.insert(
                Set(statements.flatMap { $0.actions ?? [] }.flatMap { boxes(of: $0, segments: actionCount) })
                    .sorted())
            resourceGroups.insert(Set(statements.flatMap { $0.resources ?? [] }).sorted())
        }
        for side in refusing { insert(side.statements.filter(\.isDeny)) }
        for side in allowing { insert(side.statements.filter { !$0.isDeny }) }
        // To lie outside such a statement may mean to lie inside what it excludes.
        let outside =
            refusing.flatMap(\.statements).filter { !$0.isDeny }
            + ([new] + allowing).flatMap(\.statements).filter(\.isDeny)
        for statement in outside {
            actionGroups.insert(
                Set(statement.excludedActions.flatMap { boxes(of: $0, segments: actionCount) }).sorted())
            resourceGroups.insert(Set(statement.excludedResources).sorted())
        }
        if dialect == .huawei {
            for glob in RequiredPatterns.serviceNames(atoms) {
                let rest = Array(repeating: Glob.everything, count: actionCount - 1)
                actionGroups.insert([Box(segments: [glob] + rest)])
            }
        }
        actions = actionGroups.filter { !$0.isEmpty }.sorted { $0.count < $1.count }
        resources = resourceGroups.filter { !$0.isEmpty }.sorted { $0.count < $1.count }
        for side in refusing + [new] + allowing {
            for statement in side.statements {
                count(statement.actions ?? [], statement.resources ?? [])
                count(statement.excludedActions, statement.excludedResources)
            }
        }
    }

    private mutating func count(_ globs: [Glob], _ boxes: [Box]) {
        for glob in globs where !glob.isLiteral { actionOnes = max(actionOnes, glob.oneCount) }
        for box in boxes {
            for segment in box.segments where !segment.isLiteral {
                resourceOnes = max(resourceOnes, segment.oneCount)
            }
        }
    }

    /// What conditions compare the service's name with: an action decides them.
    private static func serviceNames(_ atoms: AtomTable) -> Set<Glob> {
        var result: Set<Glob> = []
        for atom in atoms.atoms where atom.key == serviceNameKey {
            for case .pattern(let pattern) in atom.values {
                if let glob = pattern.constant { result.insert(glob.caseFolded) }
            }
        }
        return result
    }
}

extension Box: Comparable {
    static func < (a: Box, b: Box) -> Bool {
        a.segments.lexicographicallyPrecedes(b.segments) { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
}
