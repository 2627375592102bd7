import WritModel

/// One context that meets all conditions of a statement: a value for each of their keys, what the case says of others, and nothing else.
///
/// What conditions say of it is asked as of any request's context, so that all that is found of it is true of a request that can be made.
struct PlainContext {
    private let values: RequestValues
    /// What the values of keys are that were chosen here.
    private var sorts: [String: ValueSort] = [:]

    /// `nil` where no such context is found at once.
    init?(meeting conditions: [Condition], in comparisonCase: ComparisonCase, _ dialect: Dialect) {
        var context: [String: [String]] = [:]
        for case (let key, let value?) in comparisonCase.values { context[key] = [value] }
        for condition in conditions where context[condition.key] == nil {
            guard let text = condition.usualValue(in: comparisonCase) else { continue }
            context[condition.key] = [text]
            sorts[condition.key] = condition.operator.test.valueSort
        }
        values = RequestValues(context, dialect)
        if conditions.contains(where: { truth($0) != .yes }) { return nil }
    }

    /// Whether one of the conditions surely is not met. Nothing is said where it reads a chosen value as one of another sort: a comparison gives
    /// such a key no value but those of one sort.
    func fails(_ conditions: [Condition]) -> Bool {
        conditions.contains { condition in
            let sort = condition.operator.test.valueSort
            return (sorts[condition.key] ?? sort) == sort && truth(condition) == .no
        }
    }

    private func truth(_ condition: Condition) -> Truth {
        var reasons: Set<OpenReason> = []
        return condition.truth(values, &reasons)
    }
}

extension Condition {
    /// A value of its key that is likely to meet it; `nil` where the key's absence is.
    fileprivate func usualValue(in comparisonCase: ComparisonCase) -> String? {
        switch self.operator.test {
        case .absence: return values.contains(.boolean(true)) ? nil : PlainContext.someText
        case .boolean: return values.contains(.boolean(!self.operator.isNegated)) ? "true" : "false"
        default: break
        }
        if self.operator.isNegated { return PlainContext.someText }
        switch values.first {
        case .pattern(let pattern):
            return comparisonCase.resolved(pattern).flatMap { genericTexts(of: $0, ones: 0)?.first }.map {
                String(decoding: $0, as: UTF8.self)
            }
        case .number(let number): return number.description
        case .date(let seconds): return Instant(epochSeconds: seconds).description
        case .range(let range): return AddressRange.text(range.first, isVersion6: range.isVersion6)
        case .boolean, .unreadable, nil: return nil
        }
    }
}

/// What an operator reads in the values of its key.
private enum ValueSort {
    case text, number, date, boolean, address, none
}

extension ConditionTest {
    fileprivate var valueSort: ValueSort {
        switch self {
        case .text, .glob, .prefix, .suffix: .text
        case .number: .number
        case .date: .date
        case .boolean: .boolean
        case .address: .address
        case .absence, .unknown: .none
        }
    }
}

extension PlainContext {
    /// A text that documents hardly name.
    fileprivate static let someText = String(decoding: genericCharacter, as: UTF8.self)
}
