internal import WritDiagnostics
package import WritModel
package import WritPolicy

/// What a principal holds, as a JSON document, and by which ways it can become an administrator.
package func json(
    _ holdings: Holdings, paths: [EscalationPath] = [], places: AccessPlaces
) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/explain/1"), .init("principal", .string(holdings.principal.description)),
        .init("disabled", .boolean(holdings.isDisabled)), .init("at", .string(holdings.moment.description)),
    ]
    members += origin(places)
    let grants = holdings.grants.map { grant -> JSONValue in
        let isKnown = !holdings.unknown.contains(grant.attachment.policy)
        let statements = (holdings.statements[grant.attachment.policy] ?? []).map {
            json(AccessGround(statement: $0, document: .policy(grant.terms, routes: [])), places)
        }
        return .object([
            policyMember(grant.attachment.policy), .init("known", .boolean(isKnown)),
            .init("expired", .boolean(grant.expires?.isPast(at: holdings.moment) ?? false)),
            .init("route", json(grant, places)), .init("statements", .array(statements)),
        ])
    }
    let agencies = holdings.agencies.map { entry -> JSONValue in
        ["agency": .string("agency/\(entry.agency)"), "standing": .string(entry.standing.rawValue)]
    }
    members += [
        .init("grants", .array(grants)), .init("agencies", .array(agencies)),
        .init("outsiders", .array(holdings.outsiders.map(JSONValue.string))),
        .init("escalation", .array(paths.map { json($0) })),
    ]
    return .object(members)
}
