import WritModel

extension PolicySet {
    /// Whether each entry of an Allow statement, an action pattern and a resource pattern, lies in one entry of another Allow statement that has no more limits.
    ///
    /// So all that the statement allows the others allow; `false` says nothing.
    func covers(_ id: Int, by isOther: (Int) -> Bool) -> Bool {
        // Their parts are looked at where they lie: a copy of a whole statement, as a call on one makes it, costs more than most looks.
        statements.withUnsafeBufferPointer { statements in
            guard let actions = statements[id].actions.included,
                let resources = statements[id].resources.included
            else { return false }
            var near: [Int] = []
            for place in actions.indices {
                near.removeAll(keepingCapacity: true)
                // The actions first: nearly always no other statement has them.
                for other in statements.indices
                where statements[other].effect == .allow && isOther(other)
                    && holds(statements[other].actions.included, actions[place])
                    && statements[other].limitsNoMore(than: statements[id])
                {
                    near.append(other)
                }
                if near.isEmpty { return false }
                let areIn = resources.allSatisfy { resource in
                    near.contains {
                        statements[$0].resources.included?.contains { $0.covers(resource) } ?? true
                    }
                }
                if !areIn { return false }
            }
            return true
        }
    }

    /// Whether an action pattern lies in one of a list, or all are listed.
    private func holds(_ list: [ActionPattern]?, _ action: ActionPattern) -> Bool {
        guard let list else { return true }
        return list.withUnsafeBufferPointer { list in
            let count = action.glob.bytes.count
            for place in list.indices {
                // A text covers itself alone.
                if list[place].glob.isLiteral, list[place].glob.bytes.count != count { continue }
                if list[place].covers(action, in: dialect, flat: options.flat) { return true }
            }
            return false
        }
    }
}

extension Statement {
    /// Whether an Allow whose listed entries are also those of another Allow gives what that one gives: it excludes and asks for nothing that the
    /// other does not.
    fileprivate func limitsNoMore(than other: Statement) -> Bool {
        effect == .allow && areIn(conditions, other.conditions)
            && areIn(actions.excluded, other.actions.excluded)
            && areIn(resources.excluded, other.resources.excluded) && principals == other.principals
    }
}

/// Whether each element of a list stands in another one, too.
private func areIn<Element: Equatable>(_ few: [Element], _ many: [Element]) -> Bool {
    if few.isEmpty { return true }
    return many.withUnsafeBufferPointer { many in
        few.withUnsafeBufferPointer { few in
            few.indices.allSatisfy { place in many.indices.contains { many[$0] == few[place] } }
        }
    }
}
