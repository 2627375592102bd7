import WritModel

/// What a printed document decides differently from the one it was made from; empty where they are proved equal.
///
/// Both are compared as one vendor's: keys that several have under one name, and what a vendor says of absent keys written out. So the requests are those
/// that both vendors can express.
func differences(_ source: PolicyReading, _ rendered: PolicyReading, _ form: PolicyForm) -> [RenderingProblem]
{
    let isSameVendor = source.dialect == rendered.dialect
    let old = isSameVendor ? source : source.withoutVendor
    let new = isSameVendor ? rendered : rendered.withoutVendor
    let problems = rendered.problems.map { problem in
        RenderingProblem(
            code: "render.unproved", message: "\(form.rawValue) refuses what was printed: \(problem.message)",
            help: "write the document by hand", path: ElementPath(), isError: true)
    }
    let whole = compare(old: PolicySet([old]), new: PolicySet([new]))
    if whole.isEquivalent { return problems }
    for (a, b) in zip(old.statements, new.statements) {
        let comparison = compare(old: alone(a, old), new: alone(b, new))
        if comparison.isEquivalent { continue }
        return problems + [unproved(comparison, form, at: a.path)]
    }
    return problems + [unproved(whole, form, at: ElementPath())]
}

private func unproved(_ comparison: AccessComparison, _ form: PolicyForm, at path: ElementPath)
    -> RenderingProblem
{
    let witness = comparison.gained.witness ?? comparison.lost.witness
    let reason = (comparison.gained.unknown + comparison.lost.unknown).first
    let message =
        witness == nil
        ? "it cannot be told whether it means the same in \(form.rawValue)"
            + (reason.map { ": " + $0.description } ?? "")
        : "it would not mean the same in \(form.rawValue)"
    return RenderingProblem(
        code: "render.unproved", message: message, help: "write the statement by hand", path: path,
        isError: true,
        witness: witness)
}

/// The requests that a statement is about, as a set that allows them.
private func alone(_ statement: Statement, _ reading: PolicyReading) -> PolicySet {
    var only = statement
    only.effect = .allow
    var result = reading
    result.statements = [only]
    return PolicySet([result])
}

extension PolicyReading {
    /// The same in words that no vendor owns, under the rules of the one that says least.
    fileprivate var withoutVendor: PolicyReading {
        var result = self
        result.dialect = .volcengine
        result.statements = statements.map { statement in
            var statement = statement
            statement.actions.included = statement.actions.included?.map { $0.withoutVendor(dialect) }
            statement.actions.excluded = statement.actions.excluded.map { $0.withoutVendor(dialect) }
            statement.resources.included = statement.resources.included?.map(\.withoutVendor)
            statement.resources.excluded = statement.resources.excluded.map(\.withoutVendor)
            statement.conditions = statement.conditions.map { $0.withoutVendor(dialect) }
            return statement
        }
        return result
    }
}

extension ActionPattern {
    fileprivate func withoutVendor(_ dialect: Dialect) -> ActionPattern {
        var result = self
        if isEverything(in: dialect) { result.glob = .everything }
        return result
    }
}

extension ResourcePattern {
    fileprivate var withoutVendor: ResourcePattern {
        var result = self
        let count = Dialect.volcengine.resourceSegments
        // Other names belong to one vendor, and were refused.
        if isEverything { result.segments = Array(repeating: TextPattern(.everything), count: count) }
        return result
    }
}

extension Condition {
    fileprivate func withoutVendor(_ dialect: Dialect) -> Condition {
        var result = self
        result.key = dialect.sharedKey(key) ?? "\(dialect.rawValue) \(key)"
        if dialect == .aws, `operator`.isNegated, `operator`.qualifier == nil {
            result.operator.ifExists = true
        }
        result.values = values.map { value in
            guard case .pattern(let pattern) = value,
                let renamed = pattern.renamed({
                    dialect.sharedVariable($0) ?? "\(dialect.rawValue) \($0)"
                })
            else { return value }
            return .pattern(renamed)
        }
        return result
    }
}
