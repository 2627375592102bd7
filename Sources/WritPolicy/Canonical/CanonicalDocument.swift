import WritModel

/// A document's statements in the author's order, each without what never matches.
func statementParts(of document: JSONValue, _ reading: PolicyReading) -> [StatementParts] {
    let list = document.array ?? member("statement", document).map { $0.array ?? [$0] } ?? []
    return zip(list, reading.statements).map { json, statement in
        StatementParts(json, statement, reading.dialect)
    }
}

/// A document of these parts: those with the same limits as one, without entries that others cover, in one order.
func canonicalDocument(
    _ document: JSONValue, of parts: [StatementParts], _ reading: PolicyReading
) -> JSONValue {
    let dialect = reading.dialect
    var merged: [StatementParts] = []
    for part in parts {
        if let index = merged.firstIndex(where: { $0.limits == part.limits }) {
            merged[index].entries += part.entries
        } else {
            merged.append(part)
        }
    }
    merged.sort { $0.limits.compactText < $1.limits.compactText }
    for index in merged.indices {
        let others = merged.indices.filter { other in
            other != index && merged[other].isWider(than: merged[index], dialect)
                && (other < index || !merged[index].isWider(than: merged[other], dialect))
        }
        merged[index].dropCovered(by: others.map { merged[$0] }, dialect)
    }
    var members: [JSONValue.Member] = []
    if let version = canonicalVersion(of: document, dialect) { members.append(.init("Version", version)) }
    if let depends = member("depends", document) {
        members.append(.init("Depends", sorted(depends.array ?? [depends])))
    }
    let statements = merged.flatMap { $0.statements(dialect, reading.kind) }
    return .object(members + [.init("Statement", sorted(statements))])
}

/// Where no `${…}` stands, an old version of AWS says the same as the later one.
private func canonicalVersion(of document: JSONValue, _ dialect: Dialect) -> JSONValue? {
    switch dialect {
    case .aws:
        let hasVariables = document.compactText.contains("${")
        return hasVariables && document.array == nil ? member("version", document) : "2012-10-17"
    case .huawei: return member("version", document)
    case .jd: return "3"
    case .volcengine: return nil
    }
}

private func sorted(_ items: [JSONValue]) -> JSONValue {
    .array(items.sorted { $0.compactText < $1.compactText })
}

private func member(_ name: String, _ document: JSONValue) -> JSONValue? {
    document.members?.first { $0.name.lowercased() == name }?.value
}
