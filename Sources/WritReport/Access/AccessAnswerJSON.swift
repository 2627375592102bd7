internal import WritDiagnostics
package import WritModel
package import WritPolicy

/// An answer with its proof as a JSON document.
package func json(_ answer: AccessAnswer, to question: AccessQuestion, places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/can/1"), .init("verdict", .string(answer.verdict.rawValue)),
        .init("principal", .string(question.principal.description)),
        .init("action", .string(question.action)), .init("resource", .string(question.resource)),
        .init("at", .string(question.moment.description)),
    ]
    members += origin(places)
    members += [
        .init("steps", .array(answer.steps.map { json($0, places) })),
        .init("notes", .array(answer.notes.map { .string($0.description) })),
    ]
    return .object(members)
}

/// Where access was read from.
func origin(_ places: AccessPlaces) -> [JSONValue.Member] {
    [.init("read", .string(places.origin))] + (places.commit.map { [.init("commit", .string($0))] } ?? [])
}

private func json(_ step: AccessStep, _ places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [.init("principal", .string(step.principal.description))]
    if let agency = step.agency { members.append(.init("agency", .string("agency/\(agency)"))) }
    members += [
        .init("action", .string(step.request.action)), .init("resource", .string(step.request.resource)),
        .init("verdict", .string(step.verdict.rawValue)),
        .init("grounds", .array(step.grounds.map { json($0, places) })),
        .init("reasons", .array(step.reasons.map { .string($0.description) })),
        .init("misses", .array(step.misses.map { json($0, places) })),
        .init("reservations", .array(step.reservations.map { json($0, places) })),
    ]
    return .object(members)
}

/// A statement with how it reaches the one who asks.
func json(_ ground: AccessGround, _ places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("effect", .string(ground.statement.effect.rawValue)),
        .init("statement", .string(ground.statement.path.description)),
    ]
    if let sid = ground.statement.sid { members.append(.init("sid", .string(sid))) }
    var routes: [Grant]?
    switch ground.document {
    case .policy(let terms, let found):
        members.append(policyMember(terms.policy))
        routes = found
    case .trust(let agency): members.append(.init("trust", .string("agency/\(agency)")))
    }
    if let span = places.span(of: ground.statement.path, in: ground.document) {
        members.append(.init("source", json(span)))
    }
    if let routes { members.append(.init("routes", .array(routes.map { json($0, places) }))) }
    return .object(members)
}

/// A policy under the name of its sort.
func policyMember(_ policy: PolicyReference) -> JSONValue.Member {
    switch policy {
    case .custom(let name): .init("policy", .string(name))
    case .system(let name): .init("systemPolicy", .string(name))
    }
}

/// One way in which a policy reaches a principal.
func json(_ grant: Grant, _ places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("attachedTo", .string(grant.attachment.principal.description)),
        .init("scope", .string(grant.attachment.scope.word)),
    ]
    if !grant.attachment.scope.name.isEmpty {
        members.append(.init("scopeName", .string(grant.attachment.scope.name)))
    }
    if let expires = grant.expires { members.append(.init("expires", .string(expires.description))) }
    if let span = places.span(of: grant.attachment) { members.append(.init("source", json(span))) }
    if let membership = grant.membership {
        members.append(
            .init(
                "membership",
                [
                    grant.isFederated ? "identityProvider" : "user": .string(membership.user),
                    "group": .string(membership.group),
                ]))
        if let span = places.span(of: membership, isFederated: grant.isFederated) {
            members.append(.init("membershipSource", json(span)))
        }
    }
    return .object(members)
}

/// A statement that would match but for what is listed.
func json(_ miss: NearMiss, _ places: AccessPlaces) -> JSONValue {
    var elements: [JSONValue] = []
    if miss.fit.action == .no { elements.append("action") }
    if miss.fit.principal == .no { elements.append("principal") }
    if miss.fit.resource == .no { elements.append("resource") }
    let conditions = miss.fit.unmet.map { unmet -> JSONValue in
        [
            "operator": .string(unmet.condition.operatorName), "key": .string(unmet.condition.keyName),
            "values": .array(unmet.condition.values.map { .string($0.words) }),
            "given": .array(unmet.given.map(JSONValue.string)),
        ]
    }
    return [
        "ground": json(miss.ground, places), "elements": .array(elements), "conditions": .array(conditions),
    ]
}
