internal import WritModel
internal import WritPolicy

/// What the conditions of one document are read with.
struct SlowConditions {
    let dialect: Dialect
    /// Which `${…}` are variables in values.
    let variables: SlowVariables

    /// Whether every operator and every key holds.
    func truth(of condition: JSONValue, for request: Request) -> SlowTruth {
        (condition.members ?? []).flatMap { entry in
            (entry.value.members ?? []).map { truth(of: entry.name, $0.name, slowTexts($0.value), request) }
        }.conjunction
    }

    private func truth(of name: String, _ key: String, _ listed: [String], _ request: Request) -> SlowTruth {
        guard let meant = SlowOperator(name, dialect) else { return .open }
        var values = slowValues(of: key, in: request)
        if values.isEmpty, dialect == .huawei, slowLowercase(key) == "g:servicename" {
            values = [slowLowercase(slowCut(request.action, into: 2)[0])].filter { !$0.isEmpty }
        }
        guard let comparison = meant.comparison else {
            return SlowTruth(
                listed.contains { wanted in
                    (slowLowercase(wanted) == "true" && values.isEmpty)
                        || (slowLowercase(wanted) == "false" && !values.isEmpty)
                })
        }
        if values.isEmpty {
            if meant.ifExists { return .yes }
            if meant.qualifier == .allValues { return .yes }
            if meant.qualifier == .anyValue { return .no }
            if !meant.isNegated { return .no }
            return dialect == .aws ? .yes : .open
        }
        /// Whether one value of the request satisfies the operator.
        func satisfies(_ value: String) -> SlowTruth {
            let some = listed.map { compare(value, $0, comparison, meant.isCaseless, request) }.disjunction
            return meant.isNegated ? some.negated : some
        }
        switch meant.qualifier {
        case .anyValue: return values.map(satisfies).disjunction
        case .allValues: return values.map(satisfies).conjunction
        case .none:
            return meant.isNegated ? values.map(satisfies).conjunction : values.map(satisfies).disjunction
        }
    }

    private func compare(
        _ value: String, _ listed: String, _ comparison: SlowOperator.Comparison, _ caseless: Bool,
        _ request: Request
    ) -> SlowTruth {
        switch comparison {
        case .equal, .glob, .prefix, .suffix:
            /// Whether a pattern without variables matches, once the operator put its wildcards around it.
            func holds(_ tokens: [SlowToken]) -> Bool {
                let before: [SlowToken] = comparison == .suffix ? [.any] : []
                let after: [SlowToken] = comparison == .prefix ? [.any] : []
                return slowMatches(before + tokens + after, value, caseless: caseless)
            }
            switch slowExpand(listed, variables, isGlob: comparison == .glob, request: request) {
            case .missing: return .no
            case .several(let tokens): return holds(tokens) ? .open : .no
            case .tokens(let tokens): return SlowTruth(holds(tokens))
            }
        case .number(let order):
            guard let left = SlowDecimal(value), let right = SlowDecimal(listed) else { return .no }
            return SlowTruth(order.holds(left, right))
        case .date(let order):
            let counts = dialect == .aws
            guard let left = slowMoment(value, secondsCount: counts),
                let right = slowMoment(listed, secondsCount: counts)
            else { return .no }
            return SlowTruth(order.holds(left, right))
        case .boolean:
            let wanted = slowLowercase(listed)
            return SlowTruth(["true", "false"].contains(wanted) && slowLowercase(value) == wanted)
        case .address:
            guard let bits = slowAddressBits(value), let network = slowNetwork(listed) else { return .no }
            return SlowTruth(
                bits.count == network.width && Array(bits.prefix(network.prefix.count)) == network.prefix)
        }
    }
}

extension SlowOperator.SlowOrder {
    /// Whether the left size stands so to the right one.
    func holds<Size: Comparable>(_ left: Size, _ right: Size) -> Bool {
        switch self {
        case .equal: left == right
        case .less: left < right
        case .lessOrEqual: left <= right
        case .greater: left > right
        case .greaterOrEqual: left >= right
        }
    }
}

/// A scalar or the scalars of a list, as texts.
func slowTexts(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .number(let text): [text]
    case .boolean(let flag): [flag ? "true" : "false"]
    case .array(let items): items.flatMap(slowTexts)
    case .null, .object: []
    }
}

/// A member of an object, its name read without case.
func slowMember(_ name: String, of json: JSONValue) -> JSONValue? {
    json.members?.first { slowLowercase($0.name) == slowLowercase(name) }?.value
}
