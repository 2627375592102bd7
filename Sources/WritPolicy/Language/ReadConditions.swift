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
            let place = path.member(member.name)
            guard case .object(let keys) = member.value else {
                problems.append(
                    PolicyProblem("an operator holds an object from key to values", place, isBreaking: true))
                continue
            }
            let known = dialect.conditionOperator(named: member.name)
            if known == nil {
                problems.append(
                    PolicyProblem("`\(member.name)` is no condition operator of \(dialect.rawValue)", place))
            }
            for key in keys {
                let values = conditionTexts(key.value, at: place.member(key.name))
                result.append(
                    condition(known ?? unknownOperator, named: member.name, key: key.name, values: values))
            }
        }
        return result
    }

    private func condition(
        _ known: ConditionOperator, named name: String, key: String, values: [String]
    ) -> Condition {
        Condition(
            operator: known, key: key.lowercased(), values: values.map { conditionValue($0, known.test) },
            operatorName: name, keyName: key)
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
    private mutating func conditionTexts(_ value: JSONValue, at path: ElementPath) -> [String] {
        switch value {
        case .string(let text), .number(let text): return [text]
        case .boolean(let flag): return [flag ? "true" : "false"]
        case .array(let items):
            return items.enumerated().flatMap { index, item -> [String] in
                if case .array = item {
                    problems.append(
                        PolicyProblem("a value of a condition is a text", path.item(index), isBreaking: true))
                    return []
                }
                return conditionTexts(item, at: path.item(index))
            }
        case .null, .object:
            problems.append(PolicyProblem("a value of a condition is a text", path, isBreaking: true))
            return []
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
