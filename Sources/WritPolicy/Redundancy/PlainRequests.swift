import WritModel

/// Shows without a comparison that a statement is needed, by ``PlainRequest``s that it alone decides.
///
/// Such a request can be made, so it is a proof; where none is found nothing is said.
final class PlainRequests {
    private let set: PolicySet
    /// One case of those that a comparison goes through: every key that stands in a pattern has a text that no pattern holds.
    private let comparisonCase: ComparisonCase
    private let actionCount: Int
    private let anyResource: [[UInt8]]
    /// Whether it cannot be said what a statement is about.
    private let isOpen: Bool
    private var contexts: StatementContexts?
    /// Of the statements' actions; made where many are asked for, and never for few of them.
    private lazy var index = hasManyActions ? ActionIndex(set.statements) : nil
    private let hasManyActions: Bool

    /// After so many looks at a pair of entries nothing is said.
    private static let mostLooks = 2000
    /// So many actions of a statement are looked at by themselves before.
    private static let firstActions = 4
    /// An index of fewer patterns costs more than it spares.
    private static let manyActions = 64

    /// - Parameter variables: the values of ``PolicySet/plainVariables(areAlike:)``.
    init(_ set: PolicySet, variables: [String: String?]) {
        self.set = set
        comparisonCase = ComparisonCase(values: variables)
        let isFlat = set.options.flat
        actionCount = isFlat ? 1 : set.dialect.actionSegments
        anyResource = Array(
            repeating: Glob.everything.bytes, count: isFlat ? 1 : set.dialect.resourceSegments)
        var actions = 0
        for id in set.statements.indices { actions += set.statements[id].actions.included?.count ?? 1 }
        hasManyActions = actions > PlainRequests.manyActions
        // Huawei does not say what `?` is, and has a key whose value the action is.
        isOpen =
            set.dialect == .huawei
            && set.statements.contains { statement in
                statement.hasQuestionMark || statement.conditions.contains { $0.key == serviceNameKey }
            }
    }

    /// Whether some request is about a statement, whatever its conditions say.
    func areAbout(_ id: Int) -> Bool {
        let statement = set.statements[id]
        guard !isOpen, statement.principals == nil else { return false }
        return actions(of: statement).contains(where: statement.isAbout(plainAction:))
            && resources(of: statement).contains { statement.isAbout(plainResource: $0, in: comparisonCase) }
    }

    /// Whether an Allow statement gives some request that no other one gives.
    ///
    /// - Parameter counts: which of the other Allow statements count; a Deny does always.
    func needs(_ id: Int, beside counts: (Int) -> Bool) -> Bool {
        if !canTell(id) { return false }
        let statement = set.statements[id]
        if needs(id, beside: counts, actions(of: statement), resources(of: statement)) { return true }
        // What others exclude they do not give.
        let others = set.statements.indices.filter {
            $0 != id && set.statements[$0].effect == .allow && set.statements[$0].excludesAnything
                && counts($0)
        }
        if others.isEmpty { return false }
        return needs(
            id, beside: counts,
            Array(actions(of: statement))
                + others.flatMap { set.statements[$0].actions.excluded }.flatMap {
                    PlainRequest.actions(of: $0.glob, segments: actionCount)
                },
            Array(resources(of: statement))
                + others.flatMap { set.statements[$0].resources.excluded }.compactMap {
                    PlainRequest.resource(of: $0, in: comparisonCase)
                })
    }

    /// Whether it is an Allow statement that plain requests tell something of.
    private func canTell(_ id: Int) -> Bool {
        !isOpen && set.unreadableCount == 0 && set.statements[id].effect == .allow
            && set.statements[id].principals == nil
    }

    /// Whether no other statement is about one of the first actions that an Allow statement lists, so that with its first resource it gives a request
    /// that no other does: the usual case, seen without a list of requests.
    ///
    /// - Parameter counts: which of the other Allow statements count; a Deny does always.
    func givesOwnAction(_ id: Int, beside counts: (Int) -> Bool) -> Bool {
        guard canTell(id), let actions = set.statements[id].actions.included,
            !set.statements[id].excludesAnything
        else { return false }
        // The text of a pattern is among what the pattern matches.
        if let resources = set.statements[id].resources.included,
            !resources.contains(where: { $0.segments?.allSatisfy { $0.constant != nil } ?? false })
        {
            return false
        }
        let isOwn = actions.prefix(PlainRequests.firstActions).contains { action in
            guard actionCount == 1 || action.glob.colonCount == actionCount - 1 else { return false }
            return !set.statements.indices.contains { other in
                other != id && (set.statements[other].effect == .deny || counts(other))
                    && set.statements[other].isAbout(plainAction: action.glob.bytes)
            }
        }
        return isOwn && comparisonCase.canMeet(set.statements[id].conditions)
    }

    private func needs(
        _ id: Int, beside counts: (Int) -> Bool, _ actions: some Sequence<[UInt8]>,
        _ resources: some Sequence<[[UInt8]]>
    ) -> Bool {
        let statement = set.statements[id]
        lazy var context = PlainContext(meeting: statement.conditions, in: comparisonCase, set.dialect)
        // Mostly the first one shows it: the rest is made where it is looked at.
        var resources = LazyList(
            resources.lazy.filter { [comparisonCase] in
                statement.isAbout(plainResource: $0, in: comparisonCase)
            })
        let index = index
        var looksLeft = PlainRequests.mostLooks
        var refuted: [[Int]] = []
        for action in actions where statement.isAbout(plainAction: action) {
            let near = (index?.candidates(action) ?? Array(set.statements.indices)).filter { other in
                other != id && (set.statements[other].effect == .deny || counts(other))
                    && set.statements[other].isAbout(plainAction: action)
            }
            var number = 0
            while let resource = resources[number] {
                number += 1
                looksLeft -= 1
                if looksLeft < 0 { return false }
                let rivals = near.filter {
                    set.statements[$0].isAbout(plainResource: resource, in: comparisonCase)
                }
                if rivals.isEmpty, comparisonCase.canMeet(statement.conditions) { return true }
                if refuted.contains(rivals) { continue }
                refuted.append(rivals)
                // Such a rival is met wherever the statement is.
                if rivals.contains(where: { rival in
                    set.statements[rival].conditions.allSatisfy(statement.conditions.contains)
                }) {
                    continue
                }
                if let context, rivals.allSatisfy({ context.fails(set.statements[$0].conditions) }) {
                    return true
                }
                if isNeeded(id, beside: rivals) { return true }
            }
        }
        return false
    }

    /// Whether a context is allowed by a statement and by no rival, all of them being about one action and resource.
    private func isNeeded(_ id: Int, beside rivals: [Int]) -> Bool {
        if contexts == nil { contexts = StatementContexts(set, comparisonCase) }
        return contexts?.needs(id, beside: rivals) ?? false
    }

    /// The plain actions of each entry, as far as they are asked for.
    private func actions(of statement: Statement) -> some Sequence<[UInt8]> {
        (statement.actions.included?.map(\.glob) ?? [.everything]).lazy.flatMap { [actionCount] glob in
            PlainRequest.actions(of: glob, segments: actionCount)
        }
    }

    /// A plain resource of each entry, as far as they are asked for.
    private func resources(of statement: Statement) -> some Sequence<[[UInt8]]> {
        let included: [ResourcePattern?] = statement.resources.included ?? [nil]
        return included.lazy.compactMap { [comparisonCase, anyResource] pattern in
            guard let pattern else { return anyResource }
            return PlainRequest.resource(of: pattern, in: comparisonCase)
        }
    }
}

extension PolicySet {
    /// A text that no pattern holds for each key whose value stands in a pattern.
    ///
    /// - Parameter areAlike: whether it is one text for all of them.
    func plainVariables(areAlike: Bool) -> [String: String?] {
        var values: [String: String?] = [:]
        func collect(_ pattern: TextPattern) {
            guard pattern.constant == nil else { return }
            for key in pattern.keys where values[key] == nil {
                values[key] = areAlike ? "\u{25C7}" : "\u{25C7}\(values.count)"
            }
        }
        for id in statements.indices {
            statements[id].resources.included?.forEach { $0.segments?.forEach(collect) }
            statements[id].resources.excluded.forEach { $0.segments?.forEach(collect) }
            for condition in statements[id].conditions {
                for case .pattern(let pattern) in condition.values { collect(pattern) }
            }
        }
        return values
    }
}

extension Statement {
    /// Whether it says what it is not about.
    var excludesAnything: Bool { !actions.excluded.isEmpty || !resources.excluded.isEmpty }
}
