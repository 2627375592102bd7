package import WritModel
package import WritPolicy

/// Random pairs of document lists over two letters, so that their differences can be enumerated.
package struct PolicyPairGenerator: Sendable {
    /// Moves on with every pair.
    package var random: SplitMix64
    private let dialect: Dialect
    private let kind: PolicyKind
    private let isFlat: Bool

    /// A generator that draws from `random`.
    package init(_ dialect: Dialect, kind: PolicyKind = .identity, isFlat: Bool, random: SplitMix64) {
        self.dialect = dialect
        self.kind = kind
        self.isFlat = isFlat
        self.random = random
    }

    /// Two lists that have nothing to do with each other, or one and what small edits made of it.
    package mutating func pair() -> (old: [JSONValue], new: [JSONValue]) {
        let old = (0...random.below(random.chance(75) ? 1 : 3)).map { _ in document(statements()) }
        if random.chance(40) { return (old, [document(statements())]) }
        var edited = old.flatMap { $0["Statement"]?.array ?? [] }
        for _ in 0...random.below(random.chance(80) ? 1 : 3) { edit(&edited) }
        let new = random.chance(80) ? [document(edited)] : edited.map { document([$0]) }
        return random.chance(50) ? (old, new) : (new, old)
    }

    /// A document of these statements.
    package func document(_ statements: [JSONValue]) -> JSONValue {
        let version: [JSONValue.Member] =
            switch dialect {
            case .aws: [.init("Version", "2012-10-17")]
            case .huawei: [.init("Version", "5.0")]
            case .jd: [.init("Version", "3")]
            case .volcengine: []
            }
        return .object(version + [.init("Statement", .array(statements))])
    }

    /// Up to three statements.
    package mutating func statements() -> [JSONValue] { (0..<random.below(4)).map { _ in statement() } }

    /// One statement, with that effect or any.
    package mutating func statement(_ effect: String? = nil) -> JSONValue {
        let drawn = random.chance(35) ? "Deny" : "Allow"
        var members: [JSONValue.Member] = [.init("Effect", .string(effect ?? drawn))]
        if kind != .identity {
            let callers = PolicyVocabulary(dialect).principals
            let row = random.pick(callers)
            let name = dialect != .jd && random.chance(15) ? "NotPrincipal" : "Principal"
            members.append(
                .init(
                    name,
                    random.chance(25) ? "*" : .object([.init(row.sort, [.string(random.pick(row.names))])])))
        }
        let canExclude = dialect == .aws || dialect == .huawei
        members.append(.init(canExclude && random.chance(20) ? "NotAction" : "Action", list { $0.action() }))
        if random.chance(90) {
            members.append(
                .init(canExclude && random.chance(20) ? "NotResource" : "Resource", list { $0.resource() }))
        }
        if dialect == .volcengine && random.chance(20) {
            members.append(.init("NotAction", list { $0.action() }))
        }
        if random.chance(50) { members.append(.init("Condition", condition())) }
        return .object(members)
    }

    private mutating func edit(_ statements: inout [JSONValue]) {
        guard !statements.isEmpty, !random.chance(15) else { return statements.append(statement()) }
        let index = random.below(statements.count)
        switch random.below(7) {
        case 0: statements.remove(at: index)
        case 1: statements[index] = flipped(statements[index])
        case 2: replace(["Action", "NotAction"], in: &statements[index]) { $0.list { $0.action() } }
        case 3: replace(["Resource", "NotResource"], in: &statements[index]) { $0.list { $0.resource() } }
        case 4: replace(["Condition"], in: &statements[index]) { $0.condition() }
        case 5:
            statements[index] = .object((statements[index].members ?? []).filter { $0.name != "Condition" })
        default: statements.swapAt(index, random.below(statements.count))
        }
    }

    private func flipped(_ statement: JSONValue) -> JSONValue {
        .object(
            (statement.members ?? []).map { member in
                guard member.name == "Effect" else { return member }
                return .init("Effect", member.value == "Allow" ? "Deny" : "Allow")
            })
    }

    private mutating func replace(
        _ names: [String], in statement: inout JSONValue, _ make: (inout Self) -> JSONValue
    ) {
        var members = statement.members ?? []
        if let index = members.firstIndex(where: { names.contains($0.name) }) {
            members[index].value = make(&self)
        }
        statement = .object(members)
    }

    private mutating func list(_ make: (inout Self) -> String) -> JSONValue {
        .array((0...random.below(random.chance(60) ? 1 : 2)).map { _ in .string(make(&self)) })
    }

    /// A pattern of up to three places.
    private mutating func text() -> String {
        (0..<random.below(4)).map { _ in
            random.chance(4) ? "?" : random.pick(["a", "b", "*"])
        }.joined()
    }

    private mutating func action() -> String {
        if isFlat { return text() }
        if random.chance(15) { return random.pick(["*", "a*", "*a", "*b*"]) }
        let service = random.pick(["a", "a", "b", "*", "a*"])
        let name = dialect == .huawei ? [service, random.pick(["", "a", "*"]), text()] : [service, text()]
        return random.chance(10) ? name.joined(separator: ":").uppercased() : name.joined(separator: ":")
    }

    private mutating func resource() -> String {
        if isFlat { return text() }
        if random.chance(15) { return "*" }
        let count = dialect == .aws ? 6 : 5
        var parts = (0..<count - 1).map { _ in random.chance(75) ? "*" : random.pick(["a", "", "a*", "b"]) }
        if random.chance(10) { return parts.prefix(2).joined(separator: ":") + "*" }
        if dialect == .huawei && random.chance(10) { parts[0] = "A" }
        return (parts + [text()]).joined(separator: ":")
    }

    private mutating func condition() -> JSONValue {
        var operators: [JSONValue.Member] = []
        for _ in 0...random.below(2) {
            let entry = conditionEntry()
            if !operators.contains(where: { $0.name == entry.name }) { operators.append(entry) }
        }
        return .object(operators)
    }

    private mutating func conditionEntry() -> JSONValue.Member {
        let isHuawei = dialect == .huawei
        let number = isHuawei ? "Number" : "Numeric"
        let orders = [
            "Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals",
        ]
        func values(_ texts: [String], _ random: inout SplitMix64) -> JSONValue {
            .array((0...random.below(2)).map { _ in .string(random.pick(texts)) })
        }
        var texts = [
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
        ]
        texts +=
            isHuawei
            ? ["StringMatch", "StringNotMatch", "StringStartWith", "StringEndWith"]
            : ["StringLike", "StringNotLike"]
        if dialect == .jd { texts = ["StringEquals"] }
        var listed: JSONValue
        switch random.below(dialect == .jd ? 4 : 9) {
        case 0, 1, 2, 3:
            let key = random.chance(60) ? "s" : "t"
            var name = random.pick(texts)
            if dialect != .jd {
                if random.chance(15) { name += "IfExists" }
                if random.chance(key == "t" ? 80 : 5) {
                    name = random.pick(["ForAnyValue:", "ForAllValues:"]) + name
                }
            }
            let words = ["a", "b", "ab", "", "a*", "*b", "*", "A", "?b"]
            listed = .object([.init(key, values(words, &random))])
            return .init(name, listed)
        case 4, 5:
            listed = .object([.init("n", values(["0", "1", "2", "3", "1.5"], &random))])
            return .init(number + random.pick(orders), listed)
        case 6:
            listed = .object([.init(random.pick(["s", "n", "t"]), .string(random.pick(["true", "false"])))])
            return .init("Null", listed)
        case 7:
            listed = .object([
                .init("d", values(["2024-01-01", "2024-01-01T00:00:01Z", "2024-02-29", "x"], &random))
            ])
            return .init("Date" + random.pick(Array(orders.dropFirst(2))), listed)
        default:
            if random.chance(40) {
                return .init("Bool", .object([.init("f", values(["true", "false"], &random))]))
            }
            let ranges = [
                "10.0.0.0/8", "10.1.0.0/16", "10.1.2.3", "0.0.0.0/0", "2001:db8::/32", "::/0", "128.0.0.0/1",
            ]
            return .init(
                random.pick(["IpAddress", "NotIpAddress"]), .object([.init("i", values(ranges, &random))]))
        }
    }
}
