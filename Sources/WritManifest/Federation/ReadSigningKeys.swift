internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The public keys of a provider: JSON after `|`, or the same as a mapping.
    mutating func signingKeys(_ slot: Slot) -> String? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        let json: JSONValue
        if node.kind == .mapping {
            guard let mapped = keySet(slot) else { return nil }
            certified.append(span(slot))
            json = mapped
        } else {
            guard certifiedText(slot) != nil else { return nil }
            let (value, found) = jsonText(slot).value()
            for diagnostic in found { add(diagnostic) }
            guard let value else { return nil }
            json = value
        }
        if let problem = signingKeysProblem(json, at: node.kind == .mapping ? keySpan(slot) : span(slot)) {
            var problem = problem
            if problem.isSecret { problem.span = span(slot) }
            add(problem)
            return nil
        }
        return json.canonicalKeySet
    }

    /// A mapping as JSON: all that a key set holds are texts.
    private mutating func keySet(_ slot: Slot) -> JSONValue? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        switch node.kind {
        case .scalar: return .string(tree.string(of: slot.node))
        case .sequence:
            var items: [JSONValue] = []
            for child in tree.children(of: slot.node) {
                guard let item = keySet(Slot(item: child)) else { return nil }
                items.append(item)
            }
            return .array(items)
        case .mapping:
            var members: [JSONValue.Member] = []
            for entry in entries(of: slot) {
                guard let value = keySet(entry) else { return nil }
                members.append(.init(entry.name, value))
            }
            return .object(members)
        case .alias:
            report(
                "federation.signing-keys", "`\(path(slot))` is an alias, which no key set takes",
                at: span(slot), help: "write the keys where they count")
            return nil
        }
    }
}

/// What is wrong with a key set; a key that is not public is marked as a secret.
func signingKeysProblem(_ json: JSONValue, at place: SourceSpan) -> Diagnostic? {
    func refused(_ message: String, _ help: String) -> Diagnostic {
        Diagnostic("federation.signing-keys", message, at: place, help: help)
    }
    let form =
        "write a JSON Web Key Set, `{\"keys\": [{\"kty\": \"RSA\", …}]}`, as the provider's `jwks_uri` has it"
    guard let keys = json["keys"]?.array else {
        return refused("this is no set of keys: it has no `keys`", form)
    }
    guard !keys.isEmpty else {
        return refused(
            "the set of keys is empty", "delete the field to leave it unmanaged, or write the keys")
    }
    for key in keys where !(key.members ?? []).allSatisfy({ !privateMembers.contains($0.name) }) {
        var secret = Diagnostic(
            "secret.plaintext", "the set of keys holds a private or shared key", at: place,
            help:
                "write the public keys alone, and replace this one: it stays in the repository's history")
        secret.isSecret = true
        return secret
    }
    for (number, key) in keys.enumerated() {
        guard let type = key["kty"]?.string else {
            return refused("the key of number \(number + 1) does not say its type, `kty`", form)
        }
        guard ["RSA", "EC", "OKP"].contains(type) else {
            return refused("`\(type)` is no type of public key", "write keys of type `RSA`, `EC` or `OKP`")
        }
    }
    let count = json.canonicalKeySet.utf8.count
    guard count <= longestSigningKeys else {
        return Diagnostic(
            "value.length", "the set of keys has \(count) characters, more than \(longestSigningKeys)",
            at: place, help: "keep the keys that the provider signs with")
    }
    return nil
}

/// The members of a JSON Web Key that are not public: RFC 7518 §6.2.2, §6.3.2 and §6.4.
private let privateMembers: Set<String> = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

extension JSONValue {
    /// A key set on one line with its members in order: equal where the sets say the same.
    var canonicalKeySet: String { sortedByName.compactText }

    private var sortedByName: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.sorted { $0.name < $1.name }.map { .init($0.name, $0.value.sortedByName) })
        case .array(let items): .array(items.map(\.sortedByName))
        case .null, .boolean, .number, .string: self
        }
    }
}
