internal import WritDiagnostics
internal import WritDigest
package import WritModel

extension Plan {
    /// The name of the plan file's format; a reader refuses any other.
    package static let format = "writ/plan/1"

    /// The plan as its file holds it.
    package var json: JSONValue {
        .object(
            boundMembers + [
                .init("effectDigest", .string(effectDigest.description)),
                .init("digest", .string(digest.description)),
            ])
    }

    /// All members but the digests.
    var boundMembers: [JSONValue.Member] {
        [
            .init("format", .string(Plan.format)),
            .init("binding", binding.json),
            .init("changes", .array(changes.map(\.json))),
            .init("unchanged", .integer(unchangedCount)),
            .init("unmanaged", .array(unmanaged.map { .string($0.description) })),
            .init("unverifiable", .array(unverifiable.map(\.json))),
            .init("warnings", .array(warnings.map(\.json))),
            .init("refusals", .array(refusals.map(\.json))),
        ]
    }
}

extension Change {
    /// The change as a plan file holds it.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("address", .string(address.description)), .init("effect", effect.json),
            .init("cause", .string(cause.rawValue)), .init("foreign", .boolean(isForeign)),
            .init("wave", .integer(wave.rawValue)),
        ]
        if let source { members.append(.init("source", source.json)) }
        return .object(members)
    }
}

extension SourceSpan {
    var json: JSONValue {
        [
            "file": .string(file), "line": .integer(start.line), "column": .integer(start.column),
            "endLine": .integer(end.line), "endColumn": .integer(end.column),
        ]
    }
}

extension PlanBinding {
    var json: JSONValue {
        [
            "tool": .string(tool), "target": .string(target),
            "paths": .array(paths.map(JSONValue.string)), "store": .string(store.rawValue),
            "account": optional(account), "repository": .string(revision.repository),
            "revision": .string(revision.name), "commit": optional(revision.commit),
            "lineage": optional(lineage), "asOf": .string(asOf.description),
            "createdAt": .string(createdAt.description), "expiresAt": .string(expiresAt.description),
            "guards": guards.json, "adopting": .array(adopting.map { .string($0.description) }),
            "reads": .array(reads.sorted { $0.key < $1.key }.map { readJSON($0.key, $0.value) }),
            "snapshotAt": optional(snapshotAt?.description),
        ]
    }
}

private func readJSON(_ key: ReadKey, _ version: Version) -> JSONValue {
    let subject: JSONValue.Member =
        switch key {
        case .object(let address): .init("object", .string(address.description))
        case .membership(let edge): .init("membership", edge.json)
        case .attachment(let key): .init("attachment", key.json)
        }
    return .object([subject, .init("version", .string(version.description))])
}

private func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

extension GuardSettings {
    /// The settings as JSON; ``init(json:)`` reads them back.
    package var json: JSONValue {
        [
            "removedObjects": removedObjects.json, "removedEdges": removedEdges.json,
            "updatedObjects": updatedObjects.json,
        ]
    }

    /// Reads ``json`` back.
    package init?(json: JSONValue) {
        guard let objects = json["removedObjects"].flatMap(Limit.init(json:)),
            let edges = json["removedEdges"].flatMap(Limit.init(json:)),
            let updated = json["updatedObjects"].flatMap(Limit.init(json:))
        else { return nil }
        self.init()
        removedObjects = objects
        removedEdges = edges
        updatedObjects = updated
    }
}

extension Limit {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("floor", .integer(floor)), .init("percent", .integer(percent)),
        ]
        if let ceiling { members.append(.init("ceiling", .integer(ceiling))) }
        return .object(members)
    }

    fileprivate init?(json: JSONValue) {
        guard let floor = json["floor"]?.integer, let percent = json["percent"]?.integer else { return nil }
        self.init(floor: floor, percent: percent, ceiling: json["ceiling"]?.integer)
    }
}

extension ObjectField {
    fileprivate var json: JSONValue {
        ["address": .string(address.description), "field": .string(field.rawValue)]
    }
}

extension PlanWarning {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [.init("code", .string(code)), .init("message", .string(message))]
        if let place { members.append(.init("place", .string(place))) }
        if let help { members.append(.init("help", .string(help))) }
        return .object(members)
    }
}

extension Refusal {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("rule", .string(rule.rawValue)), .init("message", .string(message)),
        ]
        if let count { members.append(.init("count", .integer(count))) }
        if let limit { members.append(.init("limit", .integer(limit))) }
        members.append(.init("items", .array(items.map(JSONValue.string))))
        return .object(members)
    }
}
