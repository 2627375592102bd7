internal import WritModel
package import WritPolicy

/// What a statement gives, at a glance.
package struct StatementMarks: Sendable {
    /// Of the statement and of all its entries.
    package let marks: ActionMarks
    /// Of each entry of `Action`; empty for all but an Allow of an identity policy on every resource of a service or of a sort.
    package let entries: [ActionMarks]

    /// What a statement that could be read gives.
    init(_ reading: Statement?, _ dialect: Dialect, _ kind: PolicyKind) {
        var marks = ActionMarks.any
        guard let reading else {
            (self.marks, entries) = (marks, [])
            return
        }
        if reading.effect == .deny { marks.insert(.denies) }
        if !reading.actions.excluded.isEmpty || !reading.resources.excluded.isEmpty {
            marks.insert(.excludes)
        }
        guard kind == .identity, reading.effect == .allow, let included = reading.actions.included,
            reading.resources.isUnlimited(dialect)
        else {
            (self.marks, entries) = (marks, [])
            return
        }
        let index = ReachIndex.of(dialect)
        entries = included.indices.map { index.marks(of: included[$0].glob) }
        for entry in entries { marks.formUnion(entry) }
        self.marks = marks
    }
}

extension LintedStatement {
    /// The entries of `Action` that have a mark.
    package func entries(_ mark: ActionMarks, in policy: LintedPolicy) -> [ActionPattern] {
        guard let included = reading?.actions.included else { return [] }
        return zip(included, policy.marks(of: self).entries).filter { $1.contains(mark) }.map(\.0)
    }
}

extension LintedPolicy {
    /// What one of the policy's statements gives.
    package func marks(of statement: LintedStatement) -> StatementMarks { statementMarks[statement.index] }
}
