import WritModel

/// A statement as what limits it and the entries that it lists.
struct StatementParts {
    /// An action pattern and a resource pattern; `nil` for all that is not excluded.
    struct Entry {
        var action: ActionPattern?
        var resource: ResourcePattern?

        /// What the entry is sorted by.
        var text: (String, String) { (action.map(canonicalText) ?? "", resource.map(canonicalText) ?? "") }
    }

    /// All of the statement but the entries, in one spelling.
    let limits: JSONValue
    /// What the statement says by its own reading.
    private let statement: Statement
    /// Every action with every resource; those that match nothing are left out.
    var entries: [Entry]

    /// - Parameter json: The statement as written.
    init(_ json: JSONValue, _ statement: Statement, _ dialect: Dialect) {
        self.statement = statement
        limits = canonicalLimits(json, statement, dialect)
        let actions: [ActionPattern?] =
            statement.actions.included.map { included in
                included.filter { !boxes(of: $0.glob, segments: dialect.actionSegments).isEmpty }
            } ?? [nil]
        var resources: [ResourcePattern?] =
            statement.resources.included.map { $0.filter { $0.segments != nil } } ?? [nil]
        if statement.resources.excluded.isEmpty,
            let all = resources.first(where: { $0?.isEverything ?? true })
        {
            resources = [all.flatMap { _ in nil }]
        }
        entries = actions.flatMap { action in
            resources.map { Entry(action: action, resource: $0) }
        }
    }

    /// Whether entries here make the same ones of the other needless: they say the same of more requests, or deny what it allows.
    func isWider(than other: StatementParts, _ dialect: Dialect) -> Bool {
        let (mine, theirs) = (statement, other.statement)
        return (mine.effect == theirs.effect || mine.effect == .deny)
            && mine.principals?.isExcluding == theirs.principals?.isExcluding
            && Set(mine.principals?.entries ?? []) == Set(theirs.principals?.entries ?? [])
            && Set(mine.conditions.map(\.withoutOrder)).isSubset(of: theirs.conditions.map(\.withoutOrder))
            && mine.actions.excluded.allSatisfy { action in
                theirs.actions.excluded.contains { $0.covers(action, in: dialect, flat: false) }
            }
            && mine.resources.excluded.allSatisfy { resource in
                theirs.resources.excluded.contains { $0.covers(resource) }
            }
    }

    /// Leaves out entries that another one here, or one of wider statements, holds.
    mutating func dropCovered(by wider: [StatementParts], _ dialect: Dialect) {
        entries.sort { $0.text < $1.text }
        let outside = Entries(wider.flatMap(\.entries), dialect)
        entries.removeAll { outside.cover($0) }
        let inside = Entries(entries, dialect)
        let covered = entries.indices.map { inside.cover(entries[$0], besides: $0) }
        entries = zip(entries, covered).filter { !$1 }.map(\.0)
    }

    /// Statements of these entries: actions on the same resources stand together.
    func statements(_ dialect: Dialect, _ kind: PolicyKind) -> [JSONValue] {
        var resourcesOf: [String: Set<String>] = [:]
        var isAll: Set<String> = []
        for entry in entries {
            let (action, resource) = entry.text
            if entry.resource == nil { isAll.insert(action) }
            resourcesOf[action, default: []].insert(resource)
        }
        var actionsOn: [[String]: [String]] = [:]
        for (action, resources) in resourcesOf {
            actionsOn[isAll.contains(action) ? [] : resources.sorted(), default: []].append(action)
        }
        return actionsOn.map { resources, actions in
            statement(actions.sorted(), resources, dialect, kind)
        }
    }

    private func statement(
        _ actions: [String], _ resources: [String], _ dialect: Dialect, _ kind: PolicyKind
    ) -> JSONValue {
        let list = { (texts: [String]) in JSONValue.array(texts.map(JSONValue.string)) }
        var members = limits.members ?? []
        let end = members.firstIndex { $0.name == "Condition" } ?? members.count
        var patterns: [JSONValue.Member] = []
        if statement.actions.included != nil { patterns.append(.init("Action", list(actions))) }
        let excludes = members.contains { $0.name == "NotResource" }
        let needsResource = (dialect == .aws || dialect == .jd) && kind != .trust && !excludes
        let isPath =
            statement.resources.included?.contains { $0.path.passes("uri") } ?? false
        if !resources.isEmpty {
            patterns.append(
                .init("Resource", isPath ? .object([.init("uri", list(resources))]) : list(resources)))
        } else if needsResource || (excludes && statement.resources.included != nil) {
            patterns.append(.init("Resource", ["*"]))
        }
        members.insert(contentsOf: patterns, at: end)
        return .object(members)
    }
}

extension [StatementParts] {
    /// Whether each entry of others lies in an entry here with the same limits or wider ones: then these say all that the others do.
    func hold(_ others: [StatementParts], _ dialect: Dialect) -> Bool {
        others.allSatisfy { other in
            let wider = filter { $0.isWider(than: other, dialect) }
            let entries = Entries(wider.flatMap(\.entries), dialect)
            return other.entries.allSatisfy { entries.cover($0) }
        }
    }
}

extension Condition {
    /// The condition with its values as a set.
    fileprivate var withoutOrder: [AnyHashable] {
        [`operator`, key, Set(values), `operator`.isOpen ? operatorName : ""]
    }
}

/// Entries to be asked whether one of them holds another one.
private struct Entries {
    private let entries: [StatementParts.Entry]
    private let dialect: Dialect
    /// Those of one action alone, by it; such an action can hold nothing else.
    private var byAction: [Glob: [Int]] = [:]
    /// Those of several actions of one service, by it.
    private var byService: [ArraySlice<UInt8>: [Int]] = [:]
    private var others: [Int] = []

    init(_ entries: [StatementParts.Entry], _ dialect: Dialect) {
        self.entries = entries
        self.dialect = dialect
        for (index, entry) in entries.enumerated() {
            if let glob = entry.action?.glob, glob.isLiteral {
                byAction[glob, default: []].append(index)
            } else if let service = entry.action?.glob.service, !service.isEmpty {
                byService[service, default: []].append(index)
            } else {
                others.append(index)
            }
        }
    }

    /// Whether one of them holds all of an entry. Of two that hold each other the first one stays.
    ///
    /// - Parameter place: Of the entry itself, where it is one of them.
    func cover(_ entry: StatementParts.Entry, besides place: Int? = nil) -> Bool {
        let action = entry.action?.glob
        let own = action.flatMap { byAction[$0] } ?? []
        let near = action.flatMap { byService[$0.service] } ?? []
        return (own + near + others).contains { index in
            guard index != place, covers(entries[index], entry) else { return false }
            guard let place, index > place else { return true }
            return !covers(entry, entries[index])
        }
    }

    private func covers(_ a: StatementParts.Entry, _ b: StatementParts.Entry) -> Bool {
        if let action = a.action {
            guard let other = b.action, action.covers(other, in: dialect, flat: false) else { return false }
        }
        guard let resource = a.resource else { return true }
        return b.resource.map(resource.covers) ?? false
    }
}
