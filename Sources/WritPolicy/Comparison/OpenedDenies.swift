/// The Deny statements of the old side that the new one has not: what they refused may be gained.
struct OpenedDenies {
    private struct Entry {
        let statement: ComparedStatement
        /// The excluded actions that are one name each, where enough are asked for; and the others.
        let excluded: Set<Glob>?
        let wide: [Glob]

        func excludes(_ action: Glob) -> Bool {
            excluded?.contains(action) ?? statement.excludedActions.contains(action)
                || wide.contains { $0.covers(action) }
        }
    }

    private let entries: [Entry]

    init(old: ComparedSide, new: ComparedSide) {
        let kept = StatementLookup(new.statements.filter(\.isDeny))
        let asked = new.statements.reduce(0) { $0 + ($1.isDeny ? 0 : $1.actions?.count ?? 1) }
        entries = old.statements.filter { $0.isDeny && !kept.contains($0) }.map {
            Entry(
                statement: $0,
                excluded: asked > OpenedDenies.fewActions
                    ? Set($0.excludedActions.filter(\.isLiteral)) : nil,
                wide: $0.excludedActions.filter { !$0.isLiteral })
        }
    }

    /// So many actions are sooner looked for in a list than in a set that has to be made of it.
    private static let fewActions = 8

    /// Whether there is none.
    var isEmpty: Bool { entries.isEmpty }

    /// Those that may be about some action of an entry: one that excludes all of it is not.
    func about(_ action: Glob?) -> [ComparedStatement] {
        entries.filter { entry in
            guard let action else { return true }
            if entry.excludes(action) { return false }
            return entry.statement.actions?.contains { canMeet($0, action) } ?? true
        }.map(\.statement)
    }
}
