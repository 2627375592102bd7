package import WritModel

extension Dialect {
    /// What the operator of that name does; `nil` for one that no page of the vendor names.
    ///
    /// Source: <doc:Semantics>, "Conditions".
    package func conditionOperator(named name: String) -> ConditionOperator? {
        let table =
            switch self {
            case .aws: awsOperators
            case .huawei: huaweiOperators
            case .jd: jdOperators
            case .volcengine: volcengineOperators
            }
        return table[name.lowercased()]
    }

    /// Every name in lower case, with each qualifier and with and without the suffix.
    fileprivate var operators: [String: ConditionOperator] {
        var result: [String: ConditionOperator] = [:]
        for (name, test) in tests {
            for qualifier in [nil, Qualifier.anyValue, .allValues] {
                for ifExists in [false, true] {
                    if test.test == .absence, qualifier != nil || ifExists { continue }
                    let isDocumented =
                        self != .jd || (name == "stringequals" && qualifier == nil && !ifExists)
                    let start = qualifier.map { $0.rawValue.lowercased() + ":" } ?? ""
                    result[start + name + (ifExists ? "ifexists" : "")] = ConditionOperator(
                        test: test.test, isNegated: test.isNegated, qualifier: qualifier, ifExists: ifExists,
                        isOpen: !isDocumented)
                }
            }
        }
        return result
    }

    /// What the operators without qualifier and suffix, in lower case, do.
    private var tests: [String: (test: ConditionTest, isNegated: Bool)] {
        let isPattern = self == .volcengine
        var result: [String: (test: ConditionTest, isNegated: Bool)] = [
            "bool": (.boolean, false), "null": (.absence, false),
            "ipaddress": (.address, false), "notipaddress": (.address, true),
            "stringequals": (isPattern ? .glob(caseless: false) : .text(caseless: false), false),
            "stringnotequals": (isPattern ? .glob(caseless: false) : .text(caseless: false), true),
            "stringequalsignorecase": (isPattern ? .glob(caseless: true) : .text(caseless: true), false),
            "stringnotequalsignorecase": (isPattern ? .glob(caseless: true) : .text(caseless: true), true),
        ]
        for (name, test) in relationTests + ownTests { result[name] = test }
        return result
    }

    /// The tests of numbers and dates.
    private var relationTests: [(String, (test: ConditionTest, isNegated: Bool))] {
        let number = self == .huawei ? "number" : "numeric"
        let relations: [(String, ConditionTest.Relation, isNegated: Bool)] = [
            ("equals", .equal, false), ("notequals", .equal, true),
            ("lessthan", .less, false), ("lessthanequals", .lessOrEqual, false),
            ("greaterthan", .greater, false), ("greaterthanequals", .greaterOrEqual, false),
        ]
        return relations.map { (number + $0.0, (.number($0.1), $0.isNegated)) }
            + relations.filter { !(self == .huawei && $0.1 == .equal) }
            .map { ("date" + $0.0, (.date($0.1), $0.isNegated)) }
    }

    /// The tests that this vendor alone names so.
    private var ownTests: [(String, (test: ConditionTest, isNegated: Bool))] {
        let glob = ConditionTest.glob(caseless: false)
        let like: [(String, (test: ConditionTest, isNegated: Bool))] = [
            ("stringlike", (glob, false)), ("stringnotlike", (glob, true)),
        ]
        return switch self {
        case .huawei:
            [
                ("stringmatch", (glob, false)), ("stringnotmatch", (glob, true)),
                ("stringstartwith", (.prefix, false)), ("stringendwith", (.suffix, false)),
            ]
        case .aws:
            like + [
                ("binaryequals", (.text(caseless: false), false)),
                ("arnequals", (glob, false)), ("arnlike", (glob, false)),
                ("arnnotequals", (glob, true)), ("arnnotlike", (glob, true)),
            ]
        case .volcengine:
            like + [
                ("trnequals", (glob, false)), ("trnlike", (glob, false)),
                ("trnnotequals", (glob, true)), ("trnnotlike", (glob, true)),
            ]
        case .jd: like
        }
    }
}

private let awsOperators = Dialect.aws.operators
private let huaweiOperators = Dialect.huawei.operators
private let jdOperators = Dialect.jd.operators
private let volcengineOperators = Dialect.volcengine.operators
