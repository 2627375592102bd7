import WritModel

/// A statement for one case of a comparison: variables have values, elements are globs.
struct ComparedStatement: Hashable {
    let isDeny: Bool
    /// In lower case; `nil` for every action.
    let actions: [Glob]?
    let excludedActions: [Glob]
    /// `nil` for every resource.
    let resources: [Box]?
    let excludedResources: [Box]
    /// In ``AtomTable``.
    let conditions: Int

    /// Whether the statement is about the action.
    func matches(action: [UInt8]) -> Bool {
        if let actions, !actions.contains(where: { $0.matches(action) }) { return false }
        return !excludedActions.contains { $0.matches(action) }
    }

    /// Whether the statement is about the resource of these segments.
    func matches(resource: [[UInt8]]) -> Bool {
        if let resources, !resources.contains(where: { $0.matches(resource) }) { return false }
        return !excludedResources.contains { $0.matches(resource) }
    }
}

extension Box {
    /// Whether each segment's text is in its pattern.
    func matches(_ texts: [[UInt8]]) -> Bool {
        for (pattern, text) in zip(segments, texts) where !pattern.matches(text) { return false }
        return true
    }
}

/// One of the two sets of a comparison, for one case.
struct ComparedSide {
    let statements: [ComparedStatement]
    /// Where each statement stands in its part.
    let origins: [Int]
    /// `nil` where every statement is looked at, few as they are.
    private let index: ActionIndex?

    /// Fewer statements are not worth an index.
    private static let fewStatements = 8

    init(_ part: ComparedPart, for comparisonCase: ComparisonCase, _ atoms: inout AtomTable) {
        let dialect = part.set.dialect
        var statements: [ComparedStatement] = []
        var origins: [Int] = []
        for (id, statement) in part.statements.enumerated() {
            if let principals = statement.principals, let caller = comparisonCase.caller,
                !principals.matches(caller)
            {
                continue
            }
            statements.append(
                ComparedStatement(
                    isDeny: statement.effect == .deny,
                    actions: statement.actions.included.map {
                        $0.map { comparisonCase.glob($0, dialect) }
                    },
                    excludedActions: statement.actions.excluded.map { comparisonCase.glob($0, dialect) },
                    resources: statement.resources.included.map {
                        $0.compactMap { comparisonCase.box($0, dialect) }
                    },
                    excludedResources: statement.resources.excluded.compactMap {
                        comparisonCase.box($0, dialect)
                    },
                    conditions: atoms.conditionSet(statement.conditions, for: comparisonCase)))
            origins.append(id)
        }
        self.statements = statements
        self.origins = origins
        index =
            statements.count > ComparedSide.fewStatements
            ? ActionIndex(patterns: statements.map(\.actions)) : nil
    }

    /// The conditions under which the statements of each effect are about a request.
    func conditions(action: [Int], resource: [[UInt8]]) -> (allow: [Int], deny: [Int]) {
        var allow: [Int] = []
        var deny: [Int] = []
        for id in action where statements[id].matches(resource: resource) {
            let conditions = statements[id].conditions
            if statements[id].isDeny {
                if !deny.contains(conditions) { deny.append(conditions) }
            } else if !allow.contains(conditions) {
                allow.append(conditions)
            }
        }
        return (allow, deny)
    }

    /// The statements that are about an action.
    func matching(action: [UInt8]) -> [Int] {
        (index?.candidates(action) ?? Array(statements.indices)).filter {
            statements[$0].matches(action: action)
        }
    }
}

/// What is the same for all requests of a part of the comparison.
struct ComparisonCase {
    /// The value that each variable's key has in the requests; `nil` for absent.
    var values: [String: String?] = [:]
    /// The key that is never absent nor early.
    var time: RequestBounds.Time?
    /// Keys that may have several values, whether a qualifier names them or not.
    var several: Set<String> = []
    /// Who asks, where a document names principals.
    var caller: Caller?
    /// Whether `?` in names of Huawei is a wildcard.
    var readsOnes = true

    /// An action pattern, as this case reads it.
    func glob(_ pattern: ActionPattern, _ dialect: Dialect) -> Glob {
        dialect == .huawei && !readsOnes ? pattern.glob.withLiteralOnes : pattern.glob
    }

    /// A resource pattern in this case; `nil` where it matches nothing.
    func box(_ pattern: ResourcePattern, _ dialect: Dialect) -> Box? {
        guard let segments = pattern.segments else { return nil }
        var result: [Glob] = []
        for segment in segments {
            guard let glob = resolved(segment) else { return nil }
            result.append(dialect == .huawei && !readsOnes ? glob.withLiteralOnes : glob)
        }
        return Box(segments: result)
    }

    /// A pattern with this case's values; `nil` where one is absent.
    func resolved(_ pattern: TextPattern) -> Glob? {
        pattern.resolved { key in values[key] ?? nil }
    }
}
