package import WritModel
package import WritPolicy

/// Random policy documents of a dialect, with every element the dialect has.
package struct PolicyGenerator: Sendable {
    /// Moves on with every document.
    package var random: SplitMix64
    private let vocabulary: PolicyVocabulary
    private let kind: PolicyKind

    private var dialect: Dialect { vocabulary.dialect }

    /// A generator that draws from `random`.
    package init(_ dialect: Dialect, kind: PolicyKind = .identity, random: SplitMix64) {
        vocabulary = PolicyVocabulary(dialect)
        self.kind = kind
        self.random = random
    }

    /// One to three documents.
    package mutating func documents() -> [JSONValue] {
        (0...random.below(random.chance(70) ? 1 : 3)).map { _ in document() }
    }

    /// A document of one to four statements; one in fifty has a statement that nobody can read.
    package mutating func document() -> JSONValue {
        var statements = (0...random.below(4)).map { _ in statement() }
        if random.chance(2) { statements[0] = broken(statements[0]) }
        let list: JSONValue = statements.count == 1 && random.chance(20) ? statements[0] : .array(statements)
        var members: [JSONValue.Member] = []
        switch dialect {
        case .aws:
            if random.chance(90) {
                members = [.init("Version", random.chance(85) ? "2012-10-17" : "2008-10-17")]
            }
        case .huawei: members = [.init("Version", .string(random.pick(["1.1", "5.0", "1.0"])))]
        case .jd: members = [.init("Version", random.chance(50) ? "3" : 3)]
        case .volcengine: break
        }
        return .object(members + [.init(cased("Statement"), list)])
    }

    /// The name, in JD's documents now and then in another case.
    private mutating func cased(_ name: String) -> String {
        dialect == .jd && random.chance(20) ? name.lowercased() : name
    }

    private mutating func broken(_ statement: JSONValue) -> JSONValue {
        var members = statement.members ?? []
        let index = random.below(members.count)
        switch random.below(4) {
        case 0: members[index].value = .null
        case 1: members.remove(at: index)
        case 2: members[index].value = 5
        default: members.append(.init("Extra", "x"))
        }
        return .object(members)
    }

    private mutating func statement() -> JSONValue {
        var members: [JSONValue.Member] = [.init(cased("Effect"), random.chance(35) ? "Deny" : "Allow")]
        if kind != .identity { members.append(principal()) }
        let isExcluding = dialect != .jd && random.chance(15)
        if !isExcluding || (dialect == .volcengine && random.chance(80)) {
            members.append(.init(cased("Action"), list { $0.action() }))
        }
        if isExcluding { members.append(.init("NotAction", list { $0.action() })) }
        let excludesResource = dialect != .jd && random.chance(15)
        if dialect == .volcengine ? random.chance(85) : !excludesResource && random.chance(85) {
            members.append(.init(cased("Resource"), list { $0.resource() }))
        }
        if excludesResource { members.append(.init("NotResource", list { $0.resource() })) }
        if random.chance(45) { members.append(.init(cased("Condition"), condition())) }
        if random.chance(20) { members.append(.init(cased("Sid"), "S1")) }
        return .object(members)
    }

    /// A text, or a list of them.
    private mutating func list(_ make: (inout Self) -> String) -> JSONValue {
        if random.chance(30) { return .string(make(&self)) }
        return .array((0...random.below(3)).map { _ in .string(make(&self)) })
    }

    private mutating func action() -> String {
        if random.chance(8) { return random.pick(["*", "*:*", "s3*", "*Get*", "s:*", "*:*:*", "*a*:Get"]) }
        let text = vocabulary.action.map { random.pick($0) }.joined(separator: ":")
        return random.chance(10) ? text.uppercased() : text
    }

    private mutating func resource() -> String {
        if random.chance(12) { return "*" }
        var parts = vocabulary.resource.map { words in
            // Wild words are wanted more often than their share.
            random.chance(35) ? "*" : random.pick(words)
        }
        if random.chance(8) { parts.removeLast(1 + random.below(parts.count - 1)) }
        if random.chance(8) { parts[parts.count - 1] = variable() }
        return parts.joined(separator: ":")
    }

    private mutating func variable() -> String {
        random.pick([
            "${k:Name}", "${n}", "b/${n}", "${n}*", "${k:Name, 'b'}", "${absent, 'b1'}", "${*}", "b${?}",
            "${$}", "${N}",
            "${k:Age}", "${name}", "${accountId}", "${", "$", "${n", "x${absent}",
        ])
    }

    private mutating func condition() -> JSONValue {
        var operators: [JSONValue.Member] = []
        for _ in 0...random.below(random.chance(70) ? 1 : 3) {
            let name = operatorName()
            guard !operators.contains(where: { $0.name.lowercased() == name.text.lowercased() }) else {
                continue
            }
            var keys: [JSONValue.Member] = []
            for _ in 0...random.below(random.chance(80) ? 1 : 2) {
                let key = self.key(of: name.values)
                guard !keys.contains(where: { $0.name.lowercased() == key.lowercased() }) else { continue }
                keys.append(.init(key, values(of: name.isNull ? nil : name.values)))
            }
            operators.append(.init(name.text, .object(keys)))
        }
        return .object(operators)
    }

    private mutating func operatorName() -> (text: String, values: PolicyVocabulary.Values, isNull: Bool) {
        if random.chance(10) {
            return ("Null", random.pick(vocabulary.operators).values, true)
        }
        if random.chance(2) {
            let unknown = [
                "StringLikes", "NullIfExists", "ForAnyValue:Null", "Equals", "StringMatch", "TrnLike",
            ]
            return (random.pick(unknown), .text, false)
        }
        let row = random.chance(50) ? vocabulary.operators[0] : random.pick(vocabulary.operators)
        var text = random.pick(row.names)
        if random.chance(15) { text += "IfExists" }
        if random.chance(25) { text = random.pick(["ForAnyValue:", "ForAllValues:"]) + text }
        if random.chance(5) { text = text.lowercased() }
        return (text, row.values, false)
    }

    private mutating func key(of values: PolicyVocabulary.Values) -> String {
        let fitting = vocabulary.keys.filter { $0.values == values }.map(\.name)
        let key = random.chance(95) ? random.pick(fitting) : random.pick(vocabulary.keys).name
        return random.chance(10) ? key.uppercased() : key
    }

    /// Values of a policy; `nil` for those of `Null`.
    private mutating func values(of values: PolicyVocabulary.Values?) -> JSONValue {
        if random.chance(2) { return [] }
        let count = random.chance(60) ? 1 : 1 + random.below(3)
        let items = (0..<count).map { _ in value(of: values) }
        return items.count == 1 && random.chance(50) ? items[0] : .array(items)
    }

    private mutating func value(of values: PolicyVocabulary.Values?) -> JSONValue {
        switch values {
        case nil, .flag:
            return random.chance(20)
                ? .boolean(random.chance(50))
                : .string(random.pick(["true", "false", "True", "FALSE", "yes"]))
        case .number where random.chance(20): return .integer(random.below(3))
        case .text where random.chance(15): return .string(variable())
        case .some(let sort): return .string(random.pick(Self.listed(sort)))
        }
    }

    private mutating func principal() -> JSONValue.Member {
        let name = random.chance(15) && dialect != .jd ? "NotPrincipal" : cased("Principal")
        if random.chance(15) { return .init(name, "*") }
        var members: [JSONValue.Member] = []
        for row in random.some(of: vocabulary.principals, percent: 60) {
            members.append(.init(row.sort, list { $0.random.pick(row.names) }))
        }
        if members.isEmpty {
            members = [.init(vocabulary.principals[0].sort, .string(vocabulary.principals[0].names[0]))]
        }
        return .init(name, .object(members))
    }

    /// Values that policies list for keys of that sort.
    static func listed(_ sort: PolicyVocabulary.Values) -> [String] {
        switch sort {
        case .text: ["b", "b*", "B", "*", "b?", "ab", "*b", "", "s3", "a*b", "b1", "é", "?"]
        case .number: ["0", "1", "1.5", "-1", "2.0", "x", "-0", "10", "0.50", "007"]
        case .date:
            [
                "2024-01-01", "2024-01-01T00:00:00Z", "2024-01-01T08:00:00+08:00", "2023-12-31T23:59:59Z",
                "1704067200", "2024-13-01", "2024-01-01T00:00:00.5Z", "soon", "2024-02-29", "2023-02-29",
            ]
        case .flag: ["true", "false", "True"]
        case .address:
            [
                "10.0.0.0/8", "10.1.2.3", "10.1.2.3/16", "0.0.0.0/0", "2001:db8::/32", "::/0", "nowhere",
                "10.0.0.0/33",
                "::1", "10.1.2.3/32", "::ffff:10.1.2.3",
            ]
        }
    }
}
