internal import WritModel
internal import WritPolicy

extension LintedPolicy {
    /// The statement at a place of ``set``, as it is written.
    func statement(_ id: Int) -> LintedStatement? {
        let index = reading.statements[id].index
        return statements.indices.contains(index) ? statements[index] : nil
    }

    /// The set with one statement alone, which allows what it is about.
    func about(_ id: Int) -> PolicySet {
        var reading = reading
        var statement = set.statements[id]
        statement.effect = .allow
        reading.statements = [statement]
        reading.unreadableCount = 0
        return PolicySet([reading])
    }

    /// Whether an entry of a statement is covered by another one of its list, or by its twin.
    func hasCoveredEntry(_ statement: Statement) -> Bool {
        coveredEntries.contains { reading.statements[$0.statement].index == statement.index }
    }

    /// The statements of an effect that could be left out.
    func redundancies(of effect: Effect) -> [Redundancy] {
        set.statements.indices.compactMap { id in
            set.statements[id].effect == effect ? redundancySearch.redundancy(of: id) : nil
        }
    }

    /// The Allow statements that are redundant for a reason, as they are written; their places in ``set``.
    func redundant(_ ground: Redundancy.Ground) -> [(id: Int, statement: LintedStatement)] {
        guard reading.statements.count > 1 else { return [] }
        return redundantAllows.filter { $0.ground == ground && !redundancySearch.isEmpty($0.statement) }
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
