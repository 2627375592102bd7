/// What a statement's exclusions leave of others, for a fast look at whether it is about a request of theirs.
struct ExcludingReach {
    private let statement: Statement
    private let reach: StatementReach
    /// The excluded action patterns, found by how they start.
    private let excluded: ActionIndex

    init(_ statement: Statement) {
        self.statement = statement
        reach = StatementReach(statement)
        excluded = ActionIndex(each: statement.actions.excluded.map(\.glob))
    }

    /// Whether some request may be in both: false only where none is.
    func canMeet(_ other: Statement) -> Bool {
        var other = other
        // What is excluded whole is not met.
        if !statement.actions.excluded.isEmpty {
            other.actions.included?.removeAll { excludes($0.glob) }
        }
        if !statement.resources.excluded.isEmpty {
            other.resources.included?.removeAll { pattern in
                statement.resources.excluded.contains { $0.covers(pattern) }
            }
        }
        if other.actions.included?.isEmpty == true || other.resources.included?.isEmpty == true {
            return false
        }
        return reach.canMeet(StatementReach(other))
    }

    /// Whether one of the excluded patterns holds all of an action pattern: such a one starts as it does.
    private func excludes(_ glob: Glob) -> Bool {
        var result = false
        excluded.visitCandidates(glob.bytes) { place in
            if !result { result = statement.actions.excluded[place].glob.covers(glob) }
        }
        return result
    }
}

extension PolicySet {
    /// The Deny statements of each Allow that may be about a request of it, by their places; none for a Deny. One that is left out is about none.
    package var denialsMeeting: [[Int]] {
        let denials = statements.indices.filter { statements[$0].effect == .deny }
        let reaches = denials.map { ExcludingReach(statements[$0]) }
        return statements.map { statement in
            if statement.effect == .deny { return [] }
            return zip(denials, reaches).filter { $0.1.canMeet(statement) }.map(\.0)
        }
    }
}
