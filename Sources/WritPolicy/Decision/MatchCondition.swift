import WritModel

extension Condition {
    /// Whether a request meets the condition.
    func truth(_ request: RequestValues, _ reasons: inout Set<OpenReason>) -> Truth {
        if self.operator.isOpen {
            reasons.insert(.undocumentedOperator(operatorName))
            return .open
        }
        let given = request.values(of: key)
        if self.operator.test == .absence {
            return Truth(values.contains(.boolean(given.isEmpty)))
        }
        if given.isEmpty { return absentTruth(request.dialect, &reasons) }
        var unsure: [ConditionValue] = []
        var why: Set<OpenReason> = []
        let listed = resolvedValues(request, &unsure, &why)
        let narrow = holds(given, listed: listed, dialect: request.dialect)
        // Between no match and every match of what is not known lies each answer.
        if unsure.isEmpty || holds(given, listed: listed + unsure, dialect: request.dialect) == narrow {
            return Truth(narrow)
        }
        reasons.formUnion(why)
        return .open
    }

    /// Whether a key that is present with these values meets it.
    ///
    /// - Parameter listed: The condition's values with variables resolved.
    func holds(_ given: [String], listed: [ConditionValue], dialect: Dialect) -> Bool {
        let matches = { (text: String) in
            listed.contains { $0.matches(text, self.operator.test, dialect) }
        }
        let negated = self.operator.isNegated
        switch self.operator.qualifier {
        case .anyValue: return given.contains { matches($0) != negated }
        case .allValues: return given.allSatisfy { matches($0) != negated }
        case nil: return given.contains(where: matches) != negated
        }
    }

    /// Whether an absent key meets it; `Null` is not asked.
    func absentTruth(_ dialect: Dialect, _ reasons: inout Set<OpenReason>) -> Truth {
        if self.operator.ifExists { return .yes }
        switch self.operator.qualifier {
        case .allValues: return .yes
        case .anyValue: return .no
        case nil: break
        }
        guard self.operator.isNegated else { return .no }
        if dialect == .aws { return .yes }
        reasons.insert(.negatedAbsentKey(operatorName: operatorName, key: keyName))
        return .open
    }

    /// The listed values for one request; apart, with any text in its place, those whose variable has several values.
    private func resolvedValues(
        _ request: RequestValues, _ unsure: inout [ConditionValue], _ why: inout Set<OpenReason>
    ) -> [ConditionValue] {
        guard values.contains(where: \.hasVariable) else { return values }
        var result: [ConditionValue] = []
        for value in values {
            guard case .pattern(let pattern) = value, pattern.constant == nil else {
                result.append(value)
                continue
            }
            let severals = pattern.keys.filter { request.values(of: $0).count > 1 }
            if !severals.isEmpty {
                unsure.append(.pattern(TextPattern(pattern.widened)))
                why.formUnion(severals.map { .severalValues(key: $0) })
                continue
            }
            guard let glob = pattern.resolved(request.single) else { continue }
            result.append(.pattern(TextPattern(glob)))
        }
        return result
    }
}

extension ConditionValue {
    /// Whether it is a pattern in which a request's value stands.
    package var hasVariable: Bool {
        if case .pattern(let pattern) = self { pattern.constant == nil } else { false }
    }

    /// Whether one value of a request matches this listed one.
    func matches(_ text: String, _ test: ConditionTest, _ dialect: Dialect) -> Bool {
        switch (self, test) {
        case (.pattern(let pattern), .text(let caseless)), (.pattern(let pattern), .glob(let caseless)):
            guard let glob = pattern.constant else { return false }
            let bytes = Array(text.utf8)
            return caseless ? glob.caseFolded.matches(foldedCase(bytes)) : glob.matches(bytes)
        case (.pattern(let pattern), .prefix), (.pattern(let pattern), .suffix):
            return pattern.constant?.matches(Array(text.utf8)) ?? false
        case (.number(let bound), .number(let relation)):
            return DecimalNumber(text).map { relation.holds($0, bound) } ?? false
        case (.date(let bound), .date(let relation)):
            return epochSeconds(text, dialect).map { relation.holds($0, bound) } ?? false
        case (.boolean(let flag), .boolean):
            return readBoolean(text) == flag
        case (.range(let range), .address):
            // A request comes from one address.
            return !text.utf8.contains(UInt8(ascii: "/")) && AddressRange(text).map(range.contains) == true
        default:
            return false
        }
    }
}

extension ConditionTest.Relation {
    /// Whether a request's value stands in this order to the listed one.
    func holds<Ordered: Comparable>(_ value: Ordered, _ bound: Ordered) -> Bool {
        switch self {
        case .equal: value == bound
        case .less: value < bound
        case .lessOrEqual: value <= bound
        case .greater: value > bound
        case .greaterOrEqual: value >= bound
        }
    }
}
