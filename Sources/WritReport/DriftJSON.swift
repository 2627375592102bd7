package import WritModel
internal import WritPlan

/// A drift report as a JSON document.
package func json(_ report: DriftReport, origins: Origins = Origins()) -> JSONValue {
    let drift = report.drift
    let applied = report.applied.map { revision -> JSONValue in
        ["commit": .string(revision.commit), "at": .string(revision.at.description)]
    }
    var members: [JSONValue.Member] = [
        .init("format", "writ/drift/1"), .init("target", .string(report.target)),
        .init("store", .string(report.store.rawValue)), .init("account", .string(report.account)),
        .init("lastApplied", applied ?? .null), .init("madeAt", .string(report.madeAt.description)),
        .init("snapshotAt", report.snapshotAt.map { .string($0.description) } ?? .null),
        .init("compared", .integer(drift.comparedCount)),
        .init("items", .array(drift.items.map { json($0, origins[$0.originKey]) })),
        .init("unmanaged", .array(drift.unmanaged.map { .string($0.description) })),
    ]
    if !drift.reserved.isEmpty {
        members.append(.init("reserved", .array(drift.reserved.map(\.json))))
    }
    members += [
        .init(
            "unverifiable",
            .array(
                drift.unverifiable.map {
                    ["address": .string($0.address.description), "field": .string($0.field.rawValue)]
                })),
        .init("diagnostics", .array(drift.remarks.map { WritReport.json($0) })),
    ]
    if !origins.notes.isEmpty {
        members.append(.init("originNotes", .array(origins.notes.map(JSONValue.string))))
    }
    return .object(members)
}

private func json(_ item: DriftItem, _ origin: Origin?) -> JSONValue {
    var members: [JSONValue.Member] = [.init("address", .string(item.address.description))]
    switch item.sort {
    case .missing: members.append(.init("drift", "missing"))
    case .changed(let field, let applied, let observed):
        members += [
            .init("drift", "changed"), .init("field", .string(field.rawValue)),
            .init("applied", applied.json), .init("observed", observed?.json ?? .null),
        ]
    case .lostMembership(let edge):
        members += [.init("drift", "lostMembership"), .init("membership", edge.json)]
    case .extraMembership(let edge, let isForbidden):
        members += [
            .init("drift", "extraMembership"), .init("membership", edge.json),
            .init("forbidden", .boolean(isForbidden)),
        ]
    case .lostAttachment(let key):
        members += [.init("drift", "lostAttachment"), .init("attachment", key.json)]
    case .extraAttachment(let key, let isForbidden):
        members += [
            .init("drift", "extraAttachment"), .init("attachment", key.json),
            .init("forbidden", .boolean(isForbidden)),
        ]
    case .changedExpiry(let key, let applied, let observed):
        members += [
            .init("drift", "changedExpiry"), .init("attachment", key.json),
            .init("applied", applied.map { .string($0.description) } ?? .null),
            .init("observed", observed.map { .string($0.description) } ?? .null),
        ]
    }
    members.append(
        .init(
            "since",
            [
                "commit": .string(item.since.commit), "file": .string(item.since.file),
                "line": .integer(item.since.line),
            ]))
    if let origin { members.append(.init("origin", json(origin))) }
    return .object(members)
}
