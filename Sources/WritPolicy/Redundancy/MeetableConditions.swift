import WritModel

extension ComparisonCase {
    /// Whether some context surely meets all of the conditions: each has a key of its own, which nothing else is said of, so that each can be met by
    /// itself. `false` says nothing.
    func canMeet(_ conditions: [Condition]) -> Bool {
        for (index, condition) in conditions.enumerated() {
            guard condition.canBeMet, values[condition.key] == nil,
                !conditions[..<index].contains(where: { $0.key == condition.key })
            else { return false }
        }
        return true
    }
}

extension Condition {
    /// Whether some value of its key, or the key's absence, surely meets the condition, where every variable has a value. Of numbers, moments and addresses
    /// nothing is said.
    fileprivate var canBeMet: Bool {
        if self.operator.isOpen { return false }
        switch self.operator.test {
        case .absence: return values.contains { if case .boolean = $0 { true } else { false } }
        case .boolean where !self.operator.isNegated:
            return values.contains { if case .boolean = $0 { true } else { false } }
        case .text, .glob:
            if !self.operator.isNegated {
                return values.contains { if case .pattern = $0 { true } else { false } }
            }
            // A character that no pattern holds is none of these texts.
            return values.allSatisfy {
                if case .pattern(let pattern) = $0 { pattern.constant?.isLiteral ?? false } else { false }
            }
        default: return false
        }
    }
}
