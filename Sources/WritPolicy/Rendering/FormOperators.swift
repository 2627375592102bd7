import WritModel

extension PolicyForm {
    /// Names of operators that may say the same, without qualifier and suffix, the likeliest first.
    ///
    /// - Parameter name: As the document has it, with qualifier and suffix.
    func operators(like wanted: ConditionOperator, named name: String) -> [String] {
        var base = name.lowercased()
        if wanted.qualifier != nil, let colon = base.firstIndex(of: ":") {
            base = String(base[base.index(after: colon)...])
        }
        if wanted.ifExists, base.hasSuffix("ifexists") { base = String(base.dropLast("ifexists".count)) }
        let fitting = operators.compactMap { candidate -> (name: String, rank: Int)? in
            guard let known = dialect.conditionOperator(named: candidate), !known.isOpen,
                known.isNegated == wanted.isNegated, known.test.canSay(wanted.test)
            else { return nil }
            return (candidate, candidate.lowercased() == base ? 0 : known.test == wanted.test ? 1 : 2)
        }
        return [0, 1, 2].flatMap { rank in fitting.filter { $0.rank == rank }.map(\.name) }
    }

    /// Every operator of the form, without qualifier and suffix.
    ///
    /// Source: <doc:Semantics>, "Conditions"; Huawei's generations differ in addresses, starts and ends.
    var operators: [String] {
        if self == .jd { return ["StringEquals"] }
        let relations = ["LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
        var names = [
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "Bool",
            "Null",
        ]
        let number = dialect == .huawei ? "Number" : "Numeric"
        names += (relations + ["Equals", "NotEquals"]).map { number + $0 }
        names += relations.map { "Date" + $0 }
        switch self {
        case .aws, .volcengine:
            names += [
                "DateEquals", "DateNotEquals", "StringLike", "StringNotLike", "IpAddress", "NotIpAddress",
            ]
        case .huaweiPolicy: names += ["StringMatch", "StringNotMatch", "StringStartWith", "StringEndWith"]
        case .huaweiIdentity: names += ["StringMatch", "StringNotMatch", "IpAddress", "NotIpAddress"]
        case .jd: break
        }
        return names
    }
}

extension ConditionTest {
    /// Whether some values mean the same under both.
    fileprivate func canSay(_ other: ConditionTest) -> Bool {
        if self == other { return true }
        guard let mine = textCase, let theirs = other.textCase else { return false }
        return mine == theirs
    }

    /// Of tests that compare texts: whether case does not count.
    private var textCase: Bool? {
        switch self {
        case .text(let caseless), .glob(let caseless): caseless
        case .prefix, .suffix: false
        case .number, .date, .boolean, .address, .absence, .unknown: nil
        }
    }
}
