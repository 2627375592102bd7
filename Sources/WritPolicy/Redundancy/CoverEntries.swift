import WritModel

extension PolicySet {
    /// Whether each entry of an Allow statement, an action pattern and a resource pattern, lies in one entry of another Allow statement that has no more limits.
    ///
    /// So all that the statement allows the others allow; `false` says nothing.
    func covers(_ id: Int, by isOther: (Int) -> Bool) -> Bool {
        let statement = statements[id]
        guard let actions = statement.actions.included, let resources = statement.resources.included else {
            return false
        }
        var others: [Int]?
        let flat = options.flat
        return actions.allSatisfy { action in
            let wide =
                others
                ?? statements.indices.filter { isOther($0) && statements[$0].limitsNoMore(than: statement) }
            others = wide
            let near = wide.filter { other in
                statements[other].actions.included?.contains { $0.covers(action, in: dialect, flat: flat) }
                    ?? true
            }
            return !near.isEmpty
                && resources.allSatisfy { resource in
                    near.contains {
                        statements[$0].resources.included?.contains { $0.covers(resource) } ?? true
                    }
                }
        }
    }
}

extension Statement {
    /// Whether an Allow whose listed entries are also those of another Allow gives what that one gives: it excludes and asks for nothing that the
    /// other does not.
    fileprivate func limitsNoMore(than other: Statement) -> Bool {
        effect == .allow && principals == other.principals
            && actions.excluded.allSatisfy(other.actions.excluded.contains)
            && resources.excluded.allSatisfy(other.resources.excluded.contains)
            && conditions.allSatisfy(other.conditions.contains)
    }
}
