package import WritModel
package import WritPolicy

/// What `writ diff` says, as data.
package func diffJSON(_ comparison: AccountComparison) -> JSONValue {
    .object([.init("format", .string("writ/diff/1"))] + (json(comparison).members ?? []))
}

/// The comparison as data.
func json(_ comparison: AccountComparison) -> JSONValue {
    .object([
        .init("principals", .integer(comparison.principalCount)),
        .init("unchanged", .integer(comparison.unchangedCount)),
        .init("changes", .array(comparison.changes.map(json))),
        .init("routes", .array(comparison.routes.map(json))),
        .init(
            "unknown",
            .array(
                comparison.unknown.map { unknown in
                    .object([
                        .init("principals", texts(unknown.principals)),
                        .init("reasons", texts(unknown.reasons)),
                    ])
                })),
        .init("escalation", json(comparison.escalation)),
    ])
}

private func json(_ change: AccessChange) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("direction", .string(change.direction.rawValue)),
        .init("danger", .string(change.danger.rawValue)),
        .init("source", json(change.source)), .init("statement", json(change.statement)),
        .init("actions", texts(change.actions)), .init("resources", texts(change.resources)),
        .init("conditions", texts(change.statement.conditions.map(\.words))),
        .init("principals", texts(change.principals)), .init("groups", texts(change.groups)),
        .init("latent", .boolean(change.isLatent)), .init("witness", json(change.witness)),
    ]
    if let refusal = change.refusal {
        members.append(
            .init(
                "refusedBy",
                .object([.init("source", json(refusal.source)), .init("statement", json(refusal.statement))]))
        )
    }
    return .object(members)
}

/// What gives access.
func json(_ source: AccessSource) -> JSONValue {
    switch source {
    case .trust(let agency): return .object([.init("trust", .string("agency/\(agency)"))])
    case .policy(let terms):
        var members: [JSONValue.Member] = [
            .init("policy", .string(terms.policy.name)),
            .init("system", .boolean(terms.policy == .system(terms.policy.name))),
            .init("scope", .string("\(terms.scope)")),
        ]
        if let expires = terms.expires { members.append(.init("expires", .string(expires.description))) }
        return .object(members)
    }
}

/// Which statement of its document.
func json(_ statement: Statement) -> JSONValue {
    var members: [JSONValue.Member] = [.init("index", .integer(statement.index))]
    if let sid = statement.sid { members.append(.init("sid", .string(sid))) }
    return .object(members)
}

private func json(_ route: RouteChange) -> JSONValue {
    .object([
        .init("principals", texts(route.principals)), .init("added", .array(route.added.map(json))),
        .init("removed", .array(route.removed.map(json))),
    ])
}

/// One way to access.
func json(_ grant: Grant) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("source", json(.policy(grant.terms))),
        .init("attachedTo", .string(grant.attachment.principal.description)),
    ]
    if let membership = grant.membership {
        members.append(.init("through", .string("group/\(membership.group)")))
    }
    return .object(members)
}

/// Descriptions as strings.
func texts(_ values: [some CustomStringConvertible]) -> JSONValue {
    .array(values.map { .string($0.description) })
}
