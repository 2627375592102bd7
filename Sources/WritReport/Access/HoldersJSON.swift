internal import WritDiagnostics
package import WritModel
package import WritPolicy

/// Everybody who may do something, as a JSON document.
package func json(
    _ holders: [AccessHolder], action: String, resource: String?, at moment: Instant,
    outsiders: [String: [String]], places: AccessPlaces
) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/who-can/1"), .init("action", .string(action)),
        .init("resource", resource.map(JSONValue.string) ?? .null),
        .init("at", .string(moment.description)),
    ]
    members += origin(places)
    members.append(.init("holders", .array(holders.map { json($0, outsiders, places) })))
    return .object(members)
}

private func json(_ holder: AccessHolder, _ outsiders: [String: [String]], _ places: AccessPlaces)
    -> JSONValue
{
    var members: [JSONValue.Member] = [
        .init("principal", .string(holder.principal.description)),
        .init("standing", .string(holder.standing.rawValue)),
        .init("via", .array(holder.via.map { .string("agency/\($0)") })),
        .init("steps", .array(holder.steps.map { json($0, places) })),
    ]
    if holder.principal.kind == .agency {
        members.append(
            .init("outsiders", .array((outsiders[holder.principal.name] ?? []).map(JSONValue.string))))
    }
    return .object(members)
}

private func json(_ step: HolderStep, _ places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [.init("principal", .string(step.principal.description))]
    if let agency = step.agency { members.append(.init("agency", .string("agency/\(agency)"))) }
    members += [
        .init("standing", .string(step.standing.rawValue)),
        .init("grounds", .array(step.grounds.map { json($0, places) })),
        .init("conditional", .array(step.conditional.map { json($0, places) })),
        .init("reservations", .array(step.reservations.map { json($0, places) })),
        .init("reasons", .array(step.reasons.map { .string($0.description) })),
    ]
    return .object(members)
}
