internal import WritModel
internal import WritPolicy

/// The ways that come and go, as data.
func json(_ escalation: EscalationComparison) -> JSONValue {
    .object([
        .init("changes", .array(escalation.changes.map(json))),
        .init(
            "unknown",
            .array(
                escalation.unknown.map { unknown in
                    .object([
                        .init("principals", texts(unknown.principals)),
                        .init("reasons", texts(unknown.reasons)),
                    ])
                })),
    ])
}

private func json(_ change: EscalationChange) -> JSONValue {
    .object(
        [
            .init("direction", .string(change.direction.rawValue)),
            .init("principals", texts(change.principals)),
        ] + members(of: change.path) + [
            .init("others", texts(change.others)), .init("remaining", texts(change.remaining)),
        ])
}

/// A way as data.
func json(_ path: EscalationPath) -> JSONValue { .object(members(of: path)) }

private func members(of path: EscalationPath) -> [JSONValue.Member] {
    [.init("steps", .array(path.steps.map(json))), .init("reasons", texts(path.reasons))]
}

private func json(_ step: EscalationStep) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("method", .string(step.method.id)), .init("title", .string(step.method.title)),
        .init("severity", .string(step.method.severity.rawValue)),
        .init("actor", .string(step.actor.description)),
        .init("joined", .array(step.joined.map { .string("group/\($0)") })),
    ]
    if let target = step.target { members.append(.init("target", .string(target.description))) }
    if !step.method.proviso.isEmpty { members.append(.init("proviso", .string(step.method.proviso))) }
    members.append(.init("requests", .array(step.requests.map(json))))
    return .object(members)
}

private func json(_ request: EscalationRequest) -> JSONValue {
    let context = request.question.context.sorted { $0.key < $1.key }
    var members: [JSONValue.Member] = [
        .init("action", .string(request.question.action)),
        .init("resource", .string(request.question.resource)),
        .init("context", .object(context.map { .init($0.key, .array($0.value.map(JSONValue.string))) })),
        .init("verdict", .string(request.verdict.rawValue)),
        .init("confirmed", .boolean(request.isConfirmed)),
    ]
    if let agency = request.agency { members.append(.init("agency", .string("agency/\(agency)"))) }
    members.append(.init("grounds", .array(request.grounds.map(json))))
    return .object(members)
}

private func json(_ ground: AccessGround) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("source", json(ground.source)), .init("statement", json(ground.statement)),
    ]
    if case .policy(_, let routes) = ground.document {
        members.append(.init("routes", .array(routes.map { json($0) })))
    }
    return .object(members)
}
