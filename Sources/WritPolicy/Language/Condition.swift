package import WritModel

/// How a condition's operator compares a request's value with a listed one.
package enum ConditionTest: Hashable, Sendable {
    /// Equal texts; the flag: ASCII letters count without case.
    case text(caseless: Bool)
    /// The whole value matches the listed pattern.
    case glob(caseless: Bool)
    /// The value starts with the listed text.
    case prefix
    /// The value ends with the listed text.
    case suffix
    /// Decimal numbers.
    case number(Relation)
    /// Moments in whole seconds.
    case date(Relation)
    /// `true` and `false`.
    case boolean
    /// An address inside a listed range.
    case address
    /// `Null`: whether the key is absent.
    case absence
    /// The vendor does not say what the operator does.
    case unknown

    /// The order that a number or date must stand in to the listed one.
    package enum Relation: Hashable, Sendable {
        case equal, less, lessOrEqual, greater, greaterOrEqual
    }
}

/// How a set of values is judged.
package enum Qualifier: String, Hashable, Sendable {
    /// `ForAnyValue:`
    case anyValue = "ForAnyValue"
    /// `ForAllValues:`
    case allValues = "ForAllValues"
}

/// What an operator of a dialect does.
package struct ConditionOperator: Hashable, Sendable {
    /// How values are compared.
    package var test: ConditionTest
    /// No listed value may match.
    package var isNegated: Bool
    /// How several values are judged; `nil` for a key of one value.
    package var qualifier: Qualifier?
    /// An absent key satisfies it.
    package var ifExists: Bool
    /// The vendor's documents do not name it, or not what it does.
    package var isOpen: Bool
}

/// One key of one operator: its values are joined by *or*.
package struct Condition: Hashable, Sendable {
    /// What is done.
    package var `operator`: ConditionOperator
    /// In lower case.
    package var key: String
    /// What the request's values are compared with, in the author's order.
    package var values: [ConditionValue]
    /// The operator as its author wrote it.
    package var operatorName: String
    /// The key as its author wrote it.
    package var keyName: String

    /// Conditions that mean the same; how names are spelled does not count.
    package static func == (a: Condition, b: Condition) -> Bool {
        a.operator == b.operator && a.key == b.key && a.values == b.values
            && (!a.operator.isOpen || a.operatorName == b.operatorName)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(`operator`)
        hasher.combine(key)
        hasher.combine(values)
    }
}

/// A value that a condition lists.
package enum ConditionValue: Hashable, Sendable {
    /// A text or a pattern.
    case pattern(TextPattern)
    /// A number.
    case number(DecimalNumber)
    /// Whole seconds since 1970.
    case date(Int64)
    /// `true` or `false`.
    case boolean(Bool)
    /// Addresses of one family.
    case range(AddressRange)
    /// A value that its operator cannot read, which never matches.
    case unreadable(String)
}
