package import WritModel
package import WritPolicy

/// A line of input that is no case, with what is wrong with it.
package struct PolicyCaseError: Error, Hashable, Sendable {
    /// A lower-case sentence.
    package var message: String
}

/// Two versions of a set of documents, to be compared: `{"id","old","new"}`.
package struct PolicyDiffCase: Sendable {
    /// Whatever the input says, to be repeated in the answer.
    package var id: JSONValue?
    /// A document, or a list of documents.
    package var old: PolicySet
    /// The same afterwards.
    package var new: PolicySet

    /// Reads a case.
    ///
    /// - Throws: ``PolicyCaseError`` for a line that is none.
    package init(_ json: JSONValue, _ dialect: Dialect, _ options: ReadingOptions) throws(PolicyCaseError) {
        guard let old = json["old"], let new = json["new"] else {
            throw PolicyCaseError(message: "a case has the members `old` and `new`")
        }
        id = json["id"]
        self.old = policySet(old, dialect, options: options)
        self.new = policySet(new, dialect, options: options)
    }
}

/// A document, a list of documents, or a bare list of statements, as a set.
package func policySet(
    _ json: JSONValue, _ dialect: Dialect, kind: PolicyKind = .identity, options: ReadingOptions
) -> PolicySet {
    let documents: [JSONValue]
    if case .array(let items) = json, !items.isEmpty, items.allSatisfy(\.isDocument) {
        documents = items
    } else {
        documents = [json]
    }
    return PolicySet(documents.map { readPolicy($0, dialect: dialect, kind: kind, options: options) })
}

extension JSONValue {
    /// Whether it is a document or a list of statements, rather than a statement.
    fileprivate var isDocument: Bool {
        switch self {
        case .array: true
        case .object(let members): members.contains { $0.name.lowercased() == "statement" }
        case .null, .boolean, .number, .string: false
        }
    }
}

/// The answer to a ``PolicyDiffCase``, as one line's value.
///
/// - Parameter regions: Whether each pattern that gives or takes access is listed.
package func json(
    _ comparison: AccessComparison, of policies: PolicyDiffCase, regions: Bool
) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let id = policies.id { members.append(.init("id", id)) }
    members += [
        .init("gained", verdict(comparison.gained)), .init("lost", verdict(comparison.lost)),
        .init("gainedWitness", comparison.gained.witness.map(json) ?? .null),
        .init("lostWitness", comparison.lost.witness.map(json) ?? .null),
        .init(
            "unknown",
            .array(
                Set(comparison.gained.unknown + comparison.lost.unknown).sorted()
                    .map { .string($0.description) })),
    ]
    if regions {
        members += [
            .init("gainedAccess", .array(comparison.gained.findings.map { json($0, in: policies.new) })),
            .init("lostAccess", .array(comparison.lost.findings.map { json($0, in: policies.old) })),
        ]
    }
    return .object(members)
}

private func verdict(_ answer: ComparisonAnswer) -> JSONValue {
    answer.verdict.map(JSONValue.boolean) ?? .null
}

/// A request as a witness: `{"action","resource","context"}`, with `principal` where there is one.
package func json(_ request: Request) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("action", .string(request.action)), .init("resource", .string(request.resource)),
        .init(
            "context",
            .object(
                request.context.sorted { $0.key < $1.key }.map { key, values in
                    .init(key, values.count == 1 ? .string(values[0]) : .array(values.map(JSONValue.string)))
                })),
    ]
    if let caller = request.caller {
        var principal: [JSONValue.Member] = [.init(caller.sort, .string(caller.name))]
        if let account = caller.account { principal.append(.init("account", .string(account))) }
        members.append(.init("principal", .object(principal)))
    }
    return .object(members)
}

private func json(_ finding: AccessFinding, in set: PolicySet) -> JSONValue {
    let statement = set.statements[finding.statement]
    var members: [JSONValue.Member] = [
        .init("policy", .integer(set.documents[finding.statement])),
        .init("statement", .integer(statement.index)),
    ]
    if let sid = statement.sid { members.append(.init("sid", .string(sid))) }
    members += [
        .init("action", finding.action.map { .string($0.text) } ?? .null),
        .init("resource", finding.resource.map { .string($0.text) } ?? .null),
        .init("witness", json(finding.witness)),
    ]
    return .object(members)
}
