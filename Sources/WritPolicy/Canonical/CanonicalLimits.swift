import WritModel

/// All of a statement but what it lists, in one spelling: effect, principals, what is excluded, conditions.
func canonicalLimits(_ json: JSONValue, _ statement: Statement, _ dialect: Dialect) -> JSONValue {
    var members: [JSONValue.Member] = [.init("Effect", .string(statement.effect.rawValue))]
    for element in [StatementElement.principal, .notPrincipal] {
        if let value = member(element, json) { members.append(.init(element.rawValue, sortedLists(value))) }
    }
    if !statement.actions.excluded.isEmpty {
        let texts = kept(statement.actions.excluded) { $0.covers($1, in: dialect, flat: false) }
        members.append(.init("NotAction", sortedList(texts.map(canonicalText))))
    }
    if !statement.resources.excluded.isEmpty {
        let texts = kept(statement.resources.excluded) { $0.covers($1) }
        members.append(.init("NotResource", sortedList(texts.map(canonicalText))))
    }
    if !statement.conditions.isEmpty, let value = member(.condition, json) {
        members.append(.init("Condition", canonicalConditions(value, statement, dialect)))
    }
    return .object(members)
}

/// The one spelling of an action pattern.
func canonicalText(_ pattern: ActionPattern) -> String {
    pattern.glob.description
}

/// The spelling of a resource pattern: with all its segments where it has no variables.
func canonicalText(_ pattern: ResourcePattern) -> String {
    if pattern.isEverything { return "*" }
    guard !pattern.text.contains("${"), !pattern.path.passes("uri"),
        let segments = pattern.segments
    else {
        return pattern.text
    }
    return segments.compactMap { $0.constant?.description }.joined(separator: ":")
}

private func member(_ element: StatementElement, _ json: JSONValue) -> JSONValue? {
    json.members?.first { StatementElement(named: $0.name) == element }?.value
}

/// The patterns that no other one covers, of equal ones the first.
private func kept<Pattern>(_ patterns: [Pattern], _ covers: (Pattern, Pattern) -> Bool) -> [Pattern] {
    patterns.indices.filter { index in
        !patterns.indices.contains { other in
            other != index && covers(patterns[other], patterns[index])
                && (other < index || !covers(patterns[index], patterns[other]))
        }
    }.map { patterns[$0] }
}

private func canonicalConditions(_ json: JSONValue, _ statement: Statement, _ dialect: Dialect) -> JSONValue {
    var rest = statement.conditions[...]
    var written: [(name: String, key: String, condition: Condition, value: JSONValue)] = []
    for member in json.members ?? [] {
        for key in member.value.members ?? [] {
            guard let condition = rest.popFirst() else { continue }
            let values = zip(condition.values, scalarTexts(key.value)).map(canonicalValue)
            written.append((member.name, key.name, condition, sortedList(values)))
        }
    }
    let spelled = written.map {
        (dialect.spelling(of: $0.condition), dialect.name(of: $0.key, in: dialect) ?? $0.key)
    }
    // Two that differ in the case of their names alone cannot be spelled alike.
    let isUnique =
        Set(zip(spelled, written).map { [$0.0, $1.condition.key] }).count == written.count
    var operators: [String: [JSONValue.Member]] = [:]
    for (row, spelling) in zip(written, spelled) {
        let (name, key) = isUnique ? spelling : (row.name, row.key)
        operators[name, default: []].append(.init(key, row.value))
    }
    return .object(
        operators.sorted { $0.key < $1.key }.map { name, keys in
            .init(name, .object(keys.sorted { $0.name < $1.name }))
        })
}

private func canonicalValue(_ value: ConditionValue, _ text: String) -> String {
    switch value {
    case .number(let number): number.description
    case .date(let seconds): Instant(epochSeconds: seconds).description
    case .boolean(let flag): flag ? "true" : "false"
    case .pattern, .range, .unreadable: text
    }
}

extension Dialect {
    /// The one spelling of a condition's operator; of one that nobody documents the author's.
    fileprivate func spelling(of condition: Condition) -> String {
        let wanted = condition.operator
        let written = condition.operatorName
        guard !wanted.isOpen else { return written }
        var names = PolicyForm.allCases.filter { $0.dialect == self }.flatMap(\.operators)
        let family = self == .volcengine ? "Trn" : "Arn"
        names += ["BinaryEquals", "IpAddress", "NotIpAddress", "StringLike", "StringNotLike", "Bool", "Null"]
        names += ["Equals", "NotEquals", "Like", "NotLike"].map { family + $0 }
        var rest = written.lowercased()[...]
        if let colon = rest.firstIndex(of: ":") { rest = rest[rest.index(after: colon)...] }
        if wanted.ifExists { rest = rest.dropLast("ifexists".count) }
        guard let base = names.first(where: { $0.lowercased() == rest }) else { return written }
        return (wanted.qualifier.map { $0.rawValue + ":" } ?? "") + base + (wanted.ifExists ? "IfExists" : "")
    }
}

/// Texts in order, each once.
private func sortedList(_ texts: [String]) -> JSONValue { .array(Set(texts).sorted().map(JSONValue.string)) }

/// Objects with their members in order, lists of texts in order, single texts as lists; `"*"` as it is.
private func sortedLists(_ value: JSONValue) -> JSONValue {
    guard case .object(let members) = value else { return value }
    return .object(
        members.map { .init($0.name, sortedList(scalarTexts($0.value))) }.sorted { $0.name < $1.name })
}
