internal import WritModel
internal import WritPolicy

/// A condition operator as its name says it.
struct SlowOperator: Hashable, Sendable {
    /// How one value of the request is compared with one of the policy.
    enum Comparison: Hashable, Sendable {
        case equal, glob, prefix, suffix
        case number(SlowOrder), date(SlowOrder)
        case boolean, address
    }

    /// What a comparison of two sizes must give.
    enum SlowOrder: Hashable, Sendable {
        case equal, less, lessOrEqual, greater, greaterOrEqual
    }

    /// Before the colon.
    enum Qualifier: Hashable, Sendable {
        case none, anyValue, allValues
    }

    /// `nil` for `Null`.
    var comparison: Comparison?
    var isNegated = false
    var isCaseless = false
    var qualifier = Qualifier.none
    var ifExists = false

    /// `nil` for a name that the dialect's table does not have, or that JD does not document.
    init?(_ name: String, _ dialect: Dialect) {
        var rest = slowLowercase(name)
        for (prefix, meant) in [("foranyvalue:", Qualifier.anyValue), ("forallvalues:", .allValues)]
        where rest.hasPrefix(prefix) {
            qualifier = meant
            rest.removeFirst(prefix.count)
        }
        if rest.hasSuffix("ifexists") {
            ifExists = true
            rest.removeLast("ifexists".count)
        }
        if dialect == .jd {
            guard rest == "stringequals", !ifExists, qualifier == .none else { return nil }
            comparison = .equal
            return
        }
        if rest == "null" {
            guard !ifExists, qualifier == .none else { return nil }
            return
        }
        guard let found = Self.table(dialect)[rest] else { return nil }
        comparison = found.0
        isNegated = found.negated
        isCaseless = found.caseless
    }

    private typealias Row = (Comparison, negated: Bool, caseless: Bool)

    private static func table(_ dialect: Dialect) -> [String: Row] {
        var rows: [String: Row] = [
            "bool": (.boolean, false, false),
            "ipaddress": (.address, false, false),
            "notipaddress": (.address, true, false),
        ]
        let exact: Comparison = dialect == .volcengine ? .glob : .equal
        rows["stringequals"] = (exact, false, false)
        rows["stringnotequals"] = (exact, true, false)
        rows["stringequalsignorecase"] = (exact, false, true)
        rows["stringnotequalsignorecase"] = (exact, true, true)
        let orders: [(String, SlowOrder)] = [
            ("lessthan", .less), ("lessthanequals", .lessOrEqual), ("greaterthan", .greater),
            ("greaterthanequals", .greaterOrEqual),
        ]
        let number = dialect == .huawei ? "number" : "numeric"
        rows[number + "equals"] = (.number(.equal), false, false)
        rows[number + "notequals"] = (.number(.equal), true, false)
        for (name, order) in orders {
            rows[number + name] = (.number(order), false, false)
            rows["date" + name] = (.date(order), false, false)
        }
        if dialect == .huawei {
            rows["stringmatch"] = (.glob, false, false)
            rows["stringnotmatch"] = (.glob, true, false)
            rows["stringstartwith"] = (.prefix, false, false)
            rows["stringendwith"] = (.suffix, false, false)
            return rows
        }
        rows["stringlike"] = (.glob, false, false)
        rows["stringnotlike"] = (.glob, true, false)
        rows["dateequals"] = (.date(.equal), false, false)
        rows["datenotequals"] = (.date(.equal), true, false)
        let names = dialect == .aws ? "arn" : "trn"
        for name in ["equals", "like"] {
            rows[names + name] = (.glob, false, false)
            rows[names + "not" + name] = (.glob, true, false)
        }
        if dialect == .aws { rows["binaryequals"] = (.equal, false, false) }
        return rows
    }
}
