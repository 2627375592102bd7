/// A policy document in a vendor's own language: kept as the author wrote it, compared by meaning.
///
/// Two documents mean the same when their canonical forms are equal:
/// - the names of the known elements are folded to one case (`effect`, `Effect`);
/// - `Effect` and actions are folded to lower case, which every supported vendor ignores;
/// - a scalar where a list may stand is a list of one; lists are sets;
/// - numbers and booleans in conditions are their text;
/// - the order of statements and members carries no meaning.
package struct PolicyDocument: Hashable, Sendable {
    /// The document in the author's order.
    package let json: JSONValue

    /// The document that `json` is.
    package init(_ json: JSONValue) {
        self.json = json
    }

    /// The canonical form, as compact JSON. Cost is that of making it.
    package var canonical: String { canonicalDocument(json).compactText }

    /// Whether a statement has the effect Deny.
    package var denies: Bool {
        guard let statements = member("Statement", of: json) else { return false }
        return (statements.array ?? [statements]).contains { statement in
            member("Effect", of: statement)?.string?.lowercased() == "deny"
        }
    }

    /// The document as compact JSON in the author's order.
    package var text: String { json.compactText }

    /// Documents that are written alike mean the same, which is quicker to see.
    package static func == (a: Self, b: Self) -> Bool { a.json == b.json || a.canonical == b.canonical }

    package func hash(into hasher: inout Hasher) { hasher.combine(canonical) }
}

private let elements = [
    "Version", "Statement", "Sid", "Id", "Effect", "Action", "NotAction", "Resource", "NotResource",
    "Condition", "Principal", "NotPrincipal", "Depends", "Permission",
]

private let elementsByFoldedName = Dictionary(uniqueKeysWithValues: elements.map { ($0.lowercased(), $0) })

/// The element's one spelling; an unknown name stays as it is.
private func canonicalName(_ name: String) -> String {
    elementsByFoldedName[name.lowercased()] ?? name
}

/// The first member of an object whose name is a spelling of `element`.
private func member(_ element: String, of json: JSONValue) -> JSONValue? {
    json.members?.first { $0.name == element || canonicalName($0.name) == element }?.value
}

private func canonicalDocument(_ json: JSONValue) -> JSONValue {
    guard case .object(let members) = json else { return canonicalSet(json) }
    return object(members) { name, value in
        switch name {
        case "Statement": canonicalStatements(value)
        case "Depends": canonicalSet(value)
        default: canonicalAny(value)
        }
    }
}

private func canonicalStatements(_ value: JSONValue) -> JSONValue {
    let statements = value.array ?? [value]
    return sortedSet(
        statements.map { statement in
            guard case .object(let members) = statement else { return canonicalAny(statement) }
            return object(members, canonicalElement)
        })
}

private func canonicalElement(_ name: String, _ value: JSONValue) -> JSONValue {
    switch name {
    case "Effect": foldedCase(value)
    case "Action", "NotAction": canonicalSet(foldedCase(value))
    case "Resource", "NotResource", "Principal", "NotPrincipal": canonicalNested(value, depth: 1)
    case "Condition": canonicalNested(value, depth: 2)
    default: canonicalAny(value)
    }
}

/// Objects down to `depth` levels, below them sets of texts.
private func canonicalNested(_ value: JSONValue, depth: Int) -> JSONValue {
    if depth > 0, case .object(let members) = value {
        return .object(
            members.map { JSONValue.Member($0.name, canonicalNested($0.value, depth: depth - 1)) }
                .sorted { $0.name < $1.name })
    }
    return canonicalSet(value)
}

private func canonicalSet(_ value: JSONValue) -> JSONValue {
    sortedSet((value.array ?? [value]).map { canonicalAny(scalarText($0)) })
}

private func canonicalAny(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let items): .array(items.map(canonicalAny))
    case .object(let members): object(members) { _, value in canonicalAny(value) }
    case .null, .boolean, .number, .string: value
    }
}

private func sortedSet(_ items: [JSONValue]) -> JSONValue {
    let unique = Dictionary(items.map { ($0.compactText, $0) }, uniquingKeysWith: { first, _ in first })
    return .array(unique.sorted { $0.key < $1.key }.map(\.value))
}

private func object(
    _ members: [JSONValue.Member], _ transform: (String, JSONValue) -> JSONValue
) -> JSONValue {
    .object(
        members.map { member in
            let name = canonicalName(member.name)
            return JSONValue.Member(name, transform(name, member.value))
        }.sorted { $0.name < $1.name })
}

private func scalarText(_ value: JSONValue) -> JSONValue {
    switch value {
    case .boolean(let flag): .string(flag ? "true" : "false")
    case .number(let text): .string(text)
    case .null, .string, .array, .object: value
    }
}

private func foldedCase(_ value: JSONValue) -> JSONValue {
    switch value {
    case .string(let text): .string(text.lowercased())
    case .array(let items): .array(items.map(foldedCase))
    case .null, .boolean, .number, .object: value
    }
}
