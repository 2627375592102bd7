package import WritPolicy

// What conditions mean is asked of the comparison, with every action and resource in the place of the statement's own.
extension LintedPolicy {
    /// What requests there are that meet all of these conditions and not all of those; without those, that meet these.
    package func requests(meeting these: [Condition], butNot those: [Condition]? = nil) -> ComparisonAnswer {
        gained(old: asking(those.map(everything) ?? []), new: asking(everything(these)))
    }

    /// What requests there are that meet a statement's conditions and do not say a key.
    package func requests(meeting conditions: [Condition], without condition: Condition) -> ComparisonAnswer {
        requests(meeting: conditions + [condition.presence(isAbsent: true)])
    }

    /// Whether what a Deny is about gets past it, and past the other Denies here, by not saying a key.
    package func escapes(_ statement: Statement, without condition: Condition) -> Bool {
        var open = statement
        open.effect = .allow
        open.principals = nil
        open.conditions.removeAll { $0.key == condition.key }
        open.conditions.append(condition.presence(isAbsent: true))
        let denies = reading.statements.filter { $0.effect == .deny }
        return gained(old: asking([]), new: asking([open] + denies)).verdict == true
    }

    /// What requests there are that a statement is about, with its own actions and resources.
    package func requests(
        of statement: Statement, meeting conditions: [Condition], bounds: RequestBounds = RequestBounds()
    ) -> ComparisonAnswer {
        var open = statement
        open.effect = .allow
        open.principals = nil
        open.conditions = conditions
        return gained(old: asking([]), new: asking([open]), bounds: bounds)
    }

    /// One of the document's statements, about everything under these conditions; none where it has none.
    private func everything(_ conditions: [Condition]) -> [Statement] {
        guard var statement = reading.statements.first else { return [] }
        statement.effect = .allow
        statement.principals = nil
        statement.actions = .everything
        statement.resources = .everything
        statement.conditions = conditions
        return [statement]
    }

    private func asking(_ statements: [Statement]) -> PolicySet {
        var asked = reading
        asked.statements = statements
        asked.unreadableCount = 0
        return PolicySet([asked])
    }
}

extension Condition {
    /// Whether the key is absent, or present.
    package func presence(isAbsent: Bool) -> Condition {
        var result = self
        result.operator.test = .absence
        result.operator.isNegated = false
        result.operator.qualifier = nil
        result.operator.ifExists = false
        result.values = [.boolean(isAbsent)]
        result.operatorName = "Null"
        return result
    }

    /// The same test of the same key with other values, without all that says when it counts.
    package func plain(_ values: [ConditionValue]) -> Condition {
        var result = self
        result.operator.isNegated = false
        result.operator.qualifier = nil
        result.operator.ifExists = false
        result.values = values
        return result
    }

    /// Whether one of its values could not be read: then it means less than it says, which is a finding by itself.
    package var hasUnreadableValue: Bool {
        values.contains { if case .unreadable = $0 { true } else { false } }
    }
}
