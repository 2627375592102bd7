package import WritModel

extension Dialect {
    /// What the operator of that name does; `nil` for one that no page of the vendor names.
    ///
    /// Source: <doc:Semantics>, "Conditions".
    package func conditionOperator(named name: String) -> ConditionOperator? {
        var rest = name.lowercased()[...]
        var qualifier: Qualifier?
        for candidate in [Qualifier.anyValue, .allValues] {
            let start = candidate.rawValue.lowercased() + ":"
            if rest.hasPrefix(start) {
                qualifier = candidate
                rest = rest.dropFirst(start.count)
                break
            }
        }
        let suffix = "ifexists"
        let ifExists = rest.hasSuffix(suffix) && rest.count > suffix.count
        if ifExists { rest = rest.dropLast(suffix.count) }
        guard let (test, isNegated) = test(named: String(rest)) else { return nil }
        if test == .absence, qualifier != nil || ifExists { return nil }
        let isDocumented = self != .jd || (rest == "stringequals" && qualifier == nil && !ifExists)
        return ConditionOperator(
            test: test, isNegated: isNegated, qualifier: qualifier, ifExists: ifExists, isOpen: !isDocumented)
    }

    /// What the operator without qualifier and suffix, in lower case, does.
    private func test(named name: String) -> (ConditionTest, isNegated: Bool)? {
        switch name {
        case "bool": return (.boolean, false)
        case "null": return (.absence, false)
        case "ipaddress": return (.address, false)
        case "notipaddress": return (.address, true)
        default: break
        }
        if let relation = relationTest(named: name) { return relation }
        let isPattern = self == .volcengine
        let text: [String: (ConditionTest, isNegated: Bool)] = [
            "stringequals": (isPattern ? .glob(caseless: false) : .text(caseless: false), false),
            "stringnotequals": (isPattern ? .glob(caseless: false) : .text(caseless: false), true),
            "stringequalsignorecase": (isPattern ? .glob(caseless: true) : .text(caseless: true), false),
            "stringnotequalsignorecase": (isPattern ? .glob(caseless: true) : .text(caseless: true), true),
        ]
        return text[name] ?? ownTests[name]
    }

    private func relationTest(named name: String) -> (ConditionTest, isNegated: Bool)? {
        let numberWord = self == .huawei ? "number" : "numeric"
        for (word, isDate) in [(numberWord, false), ("date", true)] where name.hasPrefix(word) {
            let test: (ConditionTest.Relation) -> ConditionTest = { isDate ? .date($0) : .number($0) }
            switch name.dropFirst(word.count) {
            case "equals" where !(isDate && self == .huawei): return (test(.equal), false)
            case "notequals" where !(isDate && self == .huawei): return (test(.equal), true)
            case "lessthan": return (test(.less), false)
            case "lessthanequals": return (test(.lessOrEqual), false)
            case "greaterthan": return (test(.greater), false)
            case "greaterthanequals": return (test(.greaterOrEqual), false)
            default: return nil
            }
        }
        return nil
    }

    /// The tests that this vendor alone names so.
    private var ownTests: [String: (ConditionTest, isNegated: Bool)] {
        switch self {
        case .huawei:
            [
                "stringmatch": (.glob(caseless: false), false),
                "stringnotmatch": (.glob(caseless: false), true),
                "stringstartwith": (.prefix, false), "stringendwith": (.suffix, false),
            ]
        case .aws:
            [
                "stringlike": (.glob(caseless: false), false),
                "stringnotlike": (.glob(caseless: false), true),
                "binaryequals": (.text(caseless: false), false),
                "arnequals": (.glob(caseless: false), false), "arnlike": (.glob(caseless: false), false),
                "arnnotequals": (.glob(caseless: false), true), "arnnotlike": (.glob(caseless: false), true),
            ]
        case .volcengine:
            [
                "stringlike": (.glob(caseless: false), false),
                "stringnotlike": (.glob(caseless: false), true),
                "trnequals": (.glob(caseless: false), false), "trnlike": (.glob(caseless: false), false),
                "trnnotequals": (.glob(caseless: false), true), "trnnotlike": (.glob(caseless: false), true),
            ]
        case .jd:
            ["stringlike": (.glob(caseless: false), false), "stringnotlike": (.glob(caseless: false), true)]
        }
    }
}
