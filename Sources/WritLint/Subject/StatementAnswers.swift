internal import WritModel
internal import WritPolicy

extension LintedPolicy {
    /// The statement at a place of ``set``, as it is written.
    func statement(_ id: Int) -> LintedStatement? {
        let index = set.statements[id].index
        return statements.indices.contains(index) ? statements[index] : nil
    }

    /// The set with one statement alone, which allows what it is about.
    ///
    /// - Parameter hasConditions: whether its conditions count.
    func about(_ id: Int, hasConditions: Bool = true) -> PolicySet {
        var reading = reading
        var statement = set.statements[id]
        statement.effect = .allow
        if !hasConditions { statement.conditions = [] }
        reading.statements = [statement]
        reading.unreadableCount = 0
        return PolicySet([reading])
    }

    /// Whether no request at all is about a statement, whatever its conditions say: proved.
    func isEmpty(_ id: Int) -> Bool {
        gained(old: PolicySet([]), new: about(id, hasConditions: false)).verdict == false
    }

    /// The statements that are redundant for a reason, as they are written; their places in ``set``.
    func redundant(_ ground: Redundancy.Ground) -> [(id: Int, statement: LintedStatement)] {
        guard set.statements.count > 1 else { return [] }
        return redundancies.filter { $0.ground == ground && !isEmpty($0.statement) }
            .compactMap { found in statement(found.statement).map { (found.statement, $0) } }
    }
}

extension LintedStatement {
    /// Where its effect stands, for findings about all of it.
    var effectPath: ElementPath { element("Effect")?.path ?? path }

    /// Its Sid, or its number counted from 1: `` statement `ReadOrders` ``.
    var title: String { reading?.title ?? "statement \(index + 1)" }
}

extension Statement {
    /// Its Sid, or its number counted from 1.
    var title: String { sid.map { "statement `\($0)`" } ?? "statement \(index + 1)" }
}

/// Whether two sets decide every request alike: proved.
func areEqual(_ a: PolicySet, _ b: PolicySet) -> Bool {
    gained(old: a, new: b).verdict == false && gained(old: b, new: a).verdict == false
}
