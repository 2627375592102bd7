package import WritModel

/// Random values that fit a field's type.
package struct ValueGenerator: Sendable {
    /// Moves on with every value.
    package var random: SplitMix64

    /// A generator that draws from `random`.
    package init(random: SplitMix64) {
        self.random = random
    }

    /// A value that a store can hold. A collection is not empty.
    package mutating func value(of type: FieldType) -> Value {
        switch type {
        case .text(let limit, let form): .text(String(text(form).unicodeScalars.prefix(limit)))
        case .integer(let range): .integer(range.lowerBound + random.below(range.count))
        case .boolean: .boolean(random.chance(50))
        case .document: .document(document())
        case .duration: .text(random.chance(30) ? "forever" : "\(1 + random.below(90))d")
        case .credential: .credential(DeclaredCredential(generation: 1 + random.below(3)))
        case .word(let words): .text(random.pick(words))
        case .metadata: .text(metadata())
        case .signingKeys: .text(signingKeys())
        case .words, .trust, .accessKeys, .addresses, .texts, .mappings: .list(of: items(of: type))
        }
    }

    /// What a manifest may say about a field of `type`, collections in every mode.
    package mutating func desired(of type: FieldType) -> DesiredValue {
        guard type.isCollection else { return .scalar(value(of: type)) }
        return .list(DesiredList(random.pick(ListMode.allCases), random.chance(10) ? [] : items(of: type)))
    }

    /// A policy document of one to three statements, a denial among them now and then.
    package mutating func document() -> PolicyDocument {
        let statements = (0...random.below(3)).map { _ in statement() }
        return PolicyDocument(["Version": "1.1", "Statement": .array(statements)])
    }

    private mutating func statement() -> JSONValue {
        let services = ["ecs", "obs", "iam", "vpc"]
        let verbs = ["get", "list", "create", "delete"]
        let actions = (0...random.below(3)).map { _ in
            JSONValue.string(
                "\(random.pick(services)):\(random.pick(["servers", "users", "*"])):\(random.pick(verbs))")
        }
        var members: [JSONValue.Member] = [
            .init("Effect", random.chance(15) ? "Deny" : "Allow"),
            .init("Action", random.chance(30) ? actions[0] : .array(actions)),
        ]
        if random.chance(10) { members.append(.init("Sid", .string(random.pick(awkwardLines)))) }
        if random.chance(40) {
            members.append(.init("Resource", [.string("OBS:*:*:bucket:\(random.below(9))")]))
        }
        if random.chance(20) {
            members.append(.init("Condition", .object([.init("StringEquals", condition())])))
        }
        return .object(members)
    }

    /// The keys and values of an operator, in all the forms that vendors write them in.
    private mutating func condition() -> JSONValue {
        let value: JSONValue =
            switch random.below(6) {
            case 0: .string(random.pick(awkwardLines))
            case 1: .integer(random.below(100) - 50)
            case 2: .boolean(random.chance(50))
            case 3: [.string("true"), .string(random.pick(awkwardProse)), .integer(7)]
            default: [.string("u\(random.below(9))")]
            }
        return .object([.init(random.chance(20) ? "g:a b: c" : "g:UserName", value)])
    }

    private mutating func text(_ form: TextForm) -> String {
        switch form {
        case .email: return "u\(random.below(1000))@example.com"
        case .phone: return "+86 \(1_000_000 + random.below(9_000_000))"
        case .url: return "https://login\(random.below(1000)).example.com/path?x=1"
        case .thumbprint:
            let digits = String(random.below(1 << 30), radix: 16)
            return digits + String(repeating: "a", count: (random.chance(50) ? 40 : 64) - digits.count)
        case .token: return "client-\(random.below(1000))"
        case .line where random.chance(20): return random.pick(awkwardLines)
        case .prose where random.chance(30): return random.pick(awkwardLines + awkwardProse)
        case .line, .prose:
            let words = [
                "on-call", "payments", "日本", "naïve", "it's", "\"quoted\"", "100%", "null", "🦊", "a\\b",
            ]
            let separator = form == .prose && random.chance(30) ? "\n" : " "
            return (0...random.below(4)).map { _ in random.pick(words) }.joined(separator: separator)
        }
    }

    private mutating func items(of type: FieldType) -> [Item] {
        switch type {
        case .words(let words):
            let chosen = random.some(of: words, percent: 50)
            return (chosen.isEmpty ? [random.pick(words)] : chosen).map(Item.word)
        case .trust:
            return unique(
                (0...random.below(3)).map { _ in
                    .trust(
                        TrustPrincipal(
                            random.pick(TrustPrincipal.Sort.allCases),
                            random.chance(10) ? "no: \(random.below(9))" : "t\(random.below(9))"))
                })
        case .accessKeys:
            return (0...random.below(2)).map {
                .accessKey(
                    DeclaredAccessKey(
                        name: "key\($0)", generation: 1 + random.below(3), deliverTo: sampleRecipients[$0]))
            }
        case .addresses:
            return unique((0...random.below(3)).map { _ in .addresses(addresses()) })
        case .texts(_, let form, let count):
            return unique(
                (0...random.below(min(3, count.upperBound))).map { _ in .word(text(form)) })
        case .mappings: return mappings()
        case .text, .integer, .boolean, .document, .duration, .credential, .word, .metadata, .signingKeys:
            return []
        }
    }

    private mutating func addresses() -> AdmittedAddresses {
        let number = random.below(250)
        let ranges = [
            "203.0.113.\(number)", "10.\(number).0.0/16", "192.0.2.\(number)-192.0.3.9",
            "2001:db8:\(number)::/48", "::\(number)", "0.0.0.0/0",
        ]
        guard let range = AddressRange(bounds: random.pick(ranges)) else {
            preconditionFailure("the texts above are ranges")
        }
        return AdmittedAddresses(range, note: random.chance(40) ? random.pick(awkwardLines) : nil)
    }

    private func unique(_ items: [Item]) -> [Item] {
        guard case .list(let items) = Value.list(of: items) else { return [] }
        return items
    }
}
