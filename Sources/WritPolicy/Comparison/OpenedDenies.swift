/// The Deny statements of the old side that the new one has not: what they refused may be gained.
struct OpenedDenies {
    private struct Entry {
        let statement: ComparedStatement
        /// The excluded actions that are one name each, and the others.
        let excluded: Set<Glob>
        let wide: [Glob]
    }

    private let entries: [Entry]

    init(old: ComparedSide, new: ComparedSide) {
        let kept = Set(new.statements.filter(\.isDeny))
        entries = old.statements.filter { $0.isDeny && !kept.contains($0) }.map {
            Entry(
                statement: $0, excluded: Set($0.excludedActions.filter(\.isLiteral)),
                wide: $0.excludedActions.filter { !$0.isLiteral })
        }
    }

    /// Whether there is none.
    var isEmpty: Bool { entries.isEmpty }

    /// Those that may be about some action of an entry: one that excludes all of it is not.
    func about(_ action: Glob?) -> [ComparedStatement] {
        entries.filter { entry in
            guard let action else { return true }
            if entry.excluded.contains(action) || entry.wide.contains(where: { $0.covers(action) }) {
                return false
            }
            return entry.statement.actions?.contains { canMeet($0, action) } ?? true
        }.map(\.statement)
    }
}
