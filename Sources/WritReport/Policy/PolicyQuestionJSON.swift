package import WritModel
package import WritPolicy

/// A request and the documents that decide it, from one line of input.
package struct PolicyQuestionCase: Sendable {
    /// Whatever the input says, to be repeated in the answer.
    package var id: JSONValue?
    /// What is asked.
    package var question: Question

    /// Reads `{"id","policies","resourcePolicy","trustPolicy","boundaries","principal","action","resource","resourceAccount","context"}`.
    ///
    /// - Throws: ``PolicyCaseError`` for a line that is none.
    package init(_ json: JSONValue, _ dialect: Dialect, _ options: ReadingOptions) throws(PolicyCaseError) {
        guard let action = json["action"]?.string else {
            throw PolicyCaseError(message: "a case has the member `action`, a text")
        }
        id = json["id"]
        let set = { (name: String, kind: PolicyKind) -> PolicySet? in
            guard let value = json[name], value != .null else { return nil }
            return policySet(value, dialect, kind: kind, options: options)
        }
        let caller = try json["principal"].flatMap { value throws(PolicyCaseError) in
            try WritReport.caller(value, dialect)
        }
        let resourcePolicy = set("resourcePolicy", .resource)
        let trustPolicy = set("trustPolicy", .trust)
        guard caller != nil || (resourcePolicy == nil && trustPolicy == nil) else {
            throw PolicyCaseError(message: "a case with a resource or trust policy has a `principal`")
        }
        var boundaries: [PolicySet] = []
        for boundary in json["boundaries"]?.array ?? [] {
            boundaries.append(policySet(boundary, dialect, options: options))
        }
        question = Question(
            identity: set("policies", .identity) ?? PolicySet([]), resourcePolicy: resourcePolicy,
            trustPolicy: trustPolicy, boundaries: boundaries,
            request: Request(
                action: action, resource: json["resource"]?.string ?? "",
                context: try context(json["context"]), caller: caller),
            resourceAccount: json["resourceAccount"]?.string)
    }
}

/// Who asks: a name or URN, or an object from sort to name, with `account` beside it.
package func caller(_ json: JSONValue, _ dialect: Dialect) throws(PolicyCaseError) -> Caller? {
    switch json {
    case .null: return nil
    case .string(let name):
        return Caller(sort: dialect.accountSort, name: name, account: dialect.account(ofPrincipal: name))
    case .object(let members):
        let account = json["account"]?.string
        for member in members where member.name != "account" {
            guard let sort = dialect.principalSort(member.name), let name = member.value.string else { break }
            let own = sort == dialect.accountSort ? dialect.account(ofPrincipal: name) : nil
            return Caller(sort: sort, name: name, account: account ?? own)
        }
    default: break
    }
    throw PolicyCaseError(
        message: "`principal` is a text, or an object such as {\"\(dialect.accountSort)\": \"name\"}")
}

/// The values of each key: a scalar, or a list of scalars.
private func context(_ json: JSONValue?) throws(PolicyCaseError) -> [String: [String]] {
    guard let json, json != .null else { return [:] }
    guard case .object(let members) = json else {
        throw PolicyCaseError(message: "`context` is an object from key to value")
    }
    var result: [String: [String]] = [:]
    for member in members {
        var texts: [String] = []
        for item in member.value.array ?? [member.value] {
            switch item {
            case .string(let text), .number(let text): texts.append(text)
            case .boolean(let flag): texts.append(flag ? "true" : "false")
            case .null: break
            case .array, .object:
                throw PolicyCaseError(message: "a value of `context` is a scalar or a list of scalars")
            }
        }
        result[member.name] = texts
    }
    return result
}

/// The answer to a ``PolicyQuestionCase``: `{"id","decision","by"}`, with `unknown` where it is uncertain.
package func json(_ answer: Answer, of asked: PolicyQuestionCase) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let id = asked.id { members.append(.init("id", id)) }
    members += [
        .init("decision", .string(answer.verdict.rawValue)),
        .init("by", .array(answer.grounds.map { json($0, in: asked.question) })),
    ]
    if answer.verdict == .uncertain {
        members.append(.init("unknown", .array(answer.reasons.map { .string($0.description) })))
    }
    return .object(members)
}

private func json(_ ground: Answer.Ground, in question: Question) -> JSONValue {
    let (name, set): (String, PolicySet?) =
        switch ground.part {
        case .identity: ("policies", question.identity)
        case .resourcePolicy: ("resourcePolicy", question.resourcePolicy)
        case .trustPolicy: ("trustPolicy", question.trustPolicy)
        case .boundary(let index): ("boundaries[\(index)]", question.boundaries[index])
        }
    guard let set else { return .null }
    let statement = set.statements[ground.statement]
    var members: [JSONValue.Member] = [
        .init("part", .string(name)), .init("policy", .integer(set.documents[ground.statement])),
        .init("statement", .integer(statement.index)),
    ]
    if let sid = statement.sid { members.append(.init("sid", .string(sid))) }
    members.append(.init("effect", .string(statement.effect.rawValue)))
    return .object(members)
}
