package import WritModel
internal import WritPlan

/// A drift report as a JSON document.
package func json(_ report: DriftReport) -> JSONValue {
    let drift = report.drift
    let applied = report.applied.map { revision -> JSONValue in
        ["commit": .string(revision.commit), "at": .string(revision.at.description)]
    }
    return [
        "format": "writ/drift/1", "target": .string(report.target), "store": .string(report.store.rawValue),
        "account": .string(report.account), "lastApplied": applied ?? .null,
        "madeAt": .string(report.madeAt.description),
        "snapshotAt": report.snapshotAt.map { .string($0.description) } ?? .null,
        "compared": .integer(drift.comparedCount),
        "items": .array(drift.items.map(json)),
        "unmanaged": .array(drift.unmanaged.map { .string($0.description) }),
        "unverifiable": .array(
            drift.unverifiable.map {
                ["address": .string($0.address.description), "field": .string($0.field.rawValue)]
            }),
    ]
}

private func json(_ item: DriftItem) -> JSONValue {
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
    case .extraMembership(let edge):
        members += [.init("drift", "extraMembership"), .init("membership", edge.json)]
    case .lostAttachment(let key):
        members += [.init("drift", "lostAttachment"), .init("attachment", key.json)]
    case .extraAttachment(let key):
        members += [.init("drift", "extraAttachment"), .init("attachment", key.json)]
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
    return .object(members)
}
