import WritModel

extension ComparisonCase {
    /// Whether some Allow statement may be about a request of the case: false only where each of them has a condition that the values of the case
    /// do not meet, so that nothing is gained.
    func leavesAllow(of part: ComparedPart) -> Bool {
        if values.isEmpty { return true }
        var context: [String: [String]] = [:]
        for case (let key, let value?) in values { context[key] = [value] }
        let request = RequestValues(context, part.set.dialect)
        return part.statements.contains { statement in
            statement.effect == .allow && !statement.conditions.contains { refuses($0, request) }
        }
    }

    /// Whether the values of the case alone tell that a condition is not met.
    private func refuses(_ condition: Condition, _ request: RequestValues) -> Bool {
        // The action says what the service is. Of keys without a value in the case nothing is known, nor of values that hold them.
        guard condition.key != serviceNameKey, values[condition.key] != nil,
            !condition.values.contains(where: \.hasVariable)
        else { return false }
        var reasons: Set<OpenReason> = []
        return condition.truth(request, &reasons) == .no
    }
}
