package import WritModel
package import WritPolicy

/// Requests that come near the patterns and values of documents.
package struct RequestGenerator: Sendable {
    /// Moves on with every request.
    package var random: SplitMix64
    private let vocabulary: PolicyVocabulary
    private let kind: PolicyKind
    private var actions: [String] = []
    private var resources: [String] = []
    private var values: [String: [String]] = [:]

    /// A generator for requests near `documents`, which draws from `random`.
    package init(
        _ dialect: Dialect, kind: PolicyKind = .identity, near documents: [JSONValue], random: SplitMix64
    ) {
        vocabulary = PolicyVocabulary(dialect)
        self.kind = kind
        self.random = random
        for document in documents {
            for statement in slowMember("Statement", of: document).map({ $0.array ?? [$0] }) ?? [] {
                note(statement)
            }
        }
    }

    private mutating func note(_ statement: JSONValue) {
        for name in ["Action", "NotAction"] {
            actions += slowMember(name, of: statement).map(slowTexts) ?? []
        }
        for name in ["Resource", "NotResource"] {
            resources += slowMember(name, of: statement).map(slowTexts) ?? []
        }
        for entry in slowMember("Condition", of: statement)?.members ?? [] {
            for key in entry.value.members ?? [] {
                values[slowLowercase(key.name), default: []] += slowTexts(key.value)
            }
        }
    }

    /// A request that one of the documents may well match.
    package mutating func request() -> Request {
        var request = Request(action: action(), resource: resource())
        for key in vocabulary.keys
        where random.chance(60) || values[slowLowercase(key.name)] != nil && random.chance(60) {
            request.context[random.chance(10) ? key.name.uppercased() : key.name] = keyValues(key)
        }
        if kind != .identity { request.caller = random.pick(vocabulary.callers) }
        return request
    }

    private mutating func action() -> String {
        if random.chance(10) || actions.isEmpty {
            return random.pick([
                "s3:Get", "s3:ab:Put", "iam::GetAll", "s:a:List", "iam:List", "", "s3", "s3:a:b:c",
            ])
        }
        var text = filled(random.pick(actions))
        if random.chance(15) { text = text.lowercased() }
        return random.chance(15) ? mutated(text) : text
    }

    private mutating func resource() -> String {
        if random.chance(3) { return "" }
        let pattern = resources.isEmpty || random.chance(5) ? "*" : random.pick(resources)
        var words =
            pattern == "*"
            ? vocabulary.resource.map { random.pick($0) } : slowCut(pattern, into: vocabulary.resource.count)
        while words.count < vocabulary.resource.count && random.chance(95) { words.append("*") }
        let text = words.map { filled($0) }.joined(separator: ":")
        return random.chance(15) ? mutated(text) : text
    }

    /// A text that the pattern matches, most often.
    private mutating func filled(_ pattern: String) -> String {
        var result = ""
        var rest = Substring(pattern)
        while let first = rest.first {
            if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}"), random.chance(90) {
                result += random.pick(["b", "b1", "*", "?", "$", "", "s3", "1"])
                rest = rest[rest.index(after: end)...]
                continue
            }
            switch first {
            case "*":
                result += random.pick(["", "", "b", "x", "1", "b/k", "Get", "et", "t", "*", "s3", "a", "B"])
            case "?": result += random.pick(["b", "?", "1", "i", "G", "é", "", "s"])
            default: result.append(first)
            }
            rest.removeFirst()
        }
        return result
    }

    private mutating func mutated(_ text: String) -> String {
        var characters = Array(text)
        let index = random.below(characters.count + 1)
        switch random.below(3) {
        case 0 where index < characters.count: characters.remove(at: index)
        case 1 where index < characters.count:
            characters[index] = random.pick(["a", "b", ":", "*", "G", "é", "x"])
        default: characters.insert(random.pick(["a", "b", ":", "/", "x", "é"]), at: index)
        }
        return String(characters)
    }

    private mutating func keyValues(_ key: (name: String, values: PolicyVocabulary.Values)) -> [String] {
        if random.chance(4) { return [] }
        let count = random.chance(75) ? 1 : 2 + random.below(2)
        return (0..<count).map { _ in near(key) }
    }

    private mutating func near(_ key: (name: String, values: PolicyVocabulary.Values)) -> String {
        let listed = values[slowLowercase(key.name)] ?? []
        if random.chance(4) { return random.pick(["", "x", "é", "*", "NaN"]) }
        let text =
            !listed.isEmpty && random.chance(60)
            ? random.pick(listed) : random.pick(PolicyGenerator.listed(key.values))
        switch key.values {
        case .text:
            return random.chance(70) ? filled(text) : random.chance(50) ? text.uppercased() : mutated(text)
        case .number:
            return random.chance(70)
                ? text : random.pick(["2", "1.50", "-1.0", "0", "-2", "11", "0.5", "00", "1."])
        case .date:
            let more = [
                "2024-01-01T00:00:01Z", "2023-12-31T16:00:00-08:00", "1704067199", "2024-01-01T00:00:00.25z",
                "1704067201",
                "2025-06-01t10:00:00z", "2024-01-01T25:00:00Z",
            ]
            return random.chance(60) ? text : random.pick(more)
        case .flag: return random.pick(["true", "false", "TRUE", "False", "no"])
        case .address:
            let more = [
                "10.1.2.4", "10.1.255.255", "11.0.0.0", "9.255.255.255", "2001:db8::1",
                "2001:DB8:0:0:0:0:0:1", "::2", "1.2.3",
            ]
            return random.chance(30) ? text : random.pick(more)
        }
    }
}
