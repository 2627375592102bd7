import WritModel

extension PolicyReader {
    mutating func readConditions(_ json: JSONValue, at path: ElementPath) -> [Condition] {
        guard case .object(let operators) = json else {
            problems.append(
                PolicyProblem("conditions are an object from operator to keys", path, isBreaking: true))
            return []
        }
        var result: [Condition] = []
        for member in operators {
            guard case .object(let keys) = member.value else {
                problems.append(
                    PolicyProblem(
                        "an operator holds an object from key to values", path.member(member.name),
                        isBreaking: true))
                continue
            }
            let known = dialect.conditionOperator(named: member.name)
            if known == nil {
                problems.append(
                    PolicyProblem(
                        "`\(member.name)` is no condition operator of \(dialect.rawValue)",
                        path.member(member.name)))
            }
            let test = known ?? unknownOperator
            for key in keys {
                var values: [ConditionValue] = []
                readValues(key.value, test.test, into: &values) { path.member(member.name).member(key.name) }
                result.append(
                    Condition(
                        operator: test, key: key.name.lowercased(), values: values,
                        operatorName: member.name, keyName: key.name))
            }
        }
        return result
    }

    /// Which `${…}` are variables in the values of conditions.
    private var conditionVariables: VariableRule {
        if options.literalVariables { return .none }
        switch dialect {
        case .aws: return hasOldVersion ? .none : .all
        case .volcengine: return .all
        case .huawei: return .none
        case .jd: return .only(["accountid", "name"])
        }
    }

    /// A listed value as an operator of that test reads it.
    func conditionValue(_ text: String, _ test: ConditionTest) -> ConditionValue {
        let rule = conditionVariables
        let plain = PatternGrammar(run: false, one: false, variables: rule)
        let value: ConditionValue? =
            switch test {
            case .text(let caseless): .pattern(pattern(text, plain, caseless: caseless))
            case .glob(let caseless):
                .pattern(
                    pattern(text, PatternGrammar(run: true, one: true, variables: rule), caseless: caseless))
            case .prefix: .pattern(extended(TextPattern(text, plain), atEnd: true))
            case .suffix: .pattern(extended(TextPattern(text, plain), atEnd: false))
            case .number: DecimalNumber(text).map(ConditionValue.number)
            case .date: epochSeconds(text, dialect).map(ConditionValue.date)
            case .boolean, .absence: readBoolean(text).map(ConditionValue.boolean)
            case .address: AddressRange(text).map(ConditionValue.range)
            case .unknown: .pattern(TextPattern(text, .text))
            }
        return value ?? .unreadable(text)
    }

    private func pattern(_ text: String, _ grammar: PatternGrammar, caseless: Bool) -> TextPattern {
        let pattern = TextPattern(text, grammar)
        return caseless ? pattern.caseFolded : pattern
    }

    private func extended(_ pattern: TextPattern, atEnd: Bool) -> TextPattern {
        let run = TextPattern.Part.bytes([Glob.run])
        let parts = atEnd ? pattern.parts + [run] : [run] + pattern.parts
        return TextPattern(parts: joined(parts))
    }

    /// Values of a condition: scalars count as their text.
    private mutating func readValues(
        _ value: JSONValue, _ test: ConditionTest, into values: inout [ConditionValue],
        at path: () -> ElementPath
    ) {
        switch value {
        case .string(let text), .number(let text): values.append(conditionValue(text, test))
        case .boolean(let flag): values.append(conditionValue(flag ? "true" : "false", test))
        case .array(let items):
            values.reserveCapacity(items.count)
            for (index, item) in items.enumerated() {
                if case .array = item {
                    problems.append(
                        PolicyProblem(
                            "a value of a condition is a text", path().item(index), isBreaking: true))
                } else {
                    readValues(item, test, into: &values) { path().item(index) }
                }
            }
        case .null, .object:
            problems.append(PolicyProblem("a value of a condition is a text", path(), isBreaking: true))
        }
    }
}

private let unknownOperator = ConditionOperator(
    test: .unknown, isNegated: false, qualifier: nil, ifExists: false, isOpen: true)

/// Neighbouring bytes as one part.
private func joined(_ parts: [TextPattern.Part]) -> [TextPattern.Part] {
    parts.reduce(into: []) { result, part in
        if case .bytes(let bytes) = part, case .bytes(let last)? = result.last {
            result[result.count - 1] = .bytes(last + bytes)
        } else {
            result.append(part)
        }
    }
}

/// `true` and `false` in any case.
func readBoolean(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true": true
    case "false": false
    default: nil
    }
}

/// A time, a day, or under AWS whole seconds since 1970.
func epochSeconds(_ text: String, _ dialect: Dialect) -> Int64? {
    if let instant = Instant(rfc3339: text) ?? Instant(day: text) { return instant.epochSeconds }
    return dialect == .aws ? Int64(text) : nil
}
