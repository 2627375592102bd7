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
    private var boundMembers: [JSONValue.Member] {
        [.init("format", .string(Plan.format)), .init("binding", binding.json)] + findings
    }

    /// ``boundMembers`` as the compact JSON that is hashed. What was read is a line for every live object
    /// and edge, so it is written without being made a value first.
    var boundBytes: [UInt8] {
        var stream = JSONStream(capacity: binding.reads.line.count + 4096)
        stream.beginObject()
        stream.name("format")
        stream.text(Plan.format)
        stream.name("binding")
        binding.write(to: &stream)
        stream.members(findings)
        stream.endObject()
        return stream.bytes
    }

    /// The members that say what was found.
    private var findings: [JSONValue.Member] {
        let reserved: [JSONValue.Member] =
            reserved.isEmpty ? [] : [.init("reserved", .array(reserved.map(\.json)))]
        return [
            .init("changes", .array(changes.map(\.json))),
            .init("unchanged", .integer(unchangedCount)),
            .init("unmanaged", .array(unmanaged.map { .string($0.description) })),
        ] + reserved + [
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
            .init("wave", .integer(wave.rawValue)), .init("step", .integer(step)),
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
    fileprivate var json: JSONValue {
        .object(settings + [.init("reads", reads.json), snapshotMember])
    }

    /// Writes ``json``.
    fileprivate func write(to stream: inout JSONStream) {
        stream.beginObject()
        stream.members(settings)
        stream.name("reads")
        stream.compact(reads.line)
        stream.members([snapshotMember])
        stream.endObject()
    }

    /// When the snapshot was taken, where one was read instead of a store.
    private var snapshotMember: JSONValue.Member {
        .init("snapshotAt", optional(snapshotAt?.description))
    }

    /// The members before what was read.
    private var settings: [JSONValue.Member] {
        let settings: KeyValuePairs<String, JSONValue> = [
            "tool": .string(tool), "target": .string(target),
            "paths": .array(paths.map(JSONValue.string)), "store": .string(store.rawValue),
            "account": optional(account), "repository": .string(revision.repository),
            "revision": .string(revision.name), "commit": optional(revision.commit),
            "lineage": optional(lineage), "asOf": .string(asOf.description),
            "createdAt": .string(createdAt.description), "expiresAt": .string(expiresAt.description),
            "guards": guards.json, "adopting": .array(adopting.map { .string($0.description) }),
        ]
        return settings.map { .init($0.key, $0.value) }
    }
}

private func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

extension GuardSettings {
    /// The settings as JSON; ``init(json:)`` reads them back.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("removedObjects", removedObjects.json), .init("removedEdges", removedEdges.json),
            .init("updatedObjects", updatedObjects.json),
        ]
        if let maxSensitiveGrants {
            members.append(.init("maxSensitiveGrants", .integer(maxSensitiveGrants)))
        }
        if let applier { members.append(.init("applier", .string(applier.description))) }
        if !applierAddresses.isEmpty {
            members.append(
                .init("applierAddresses", .array(applierAddresses.map { .string($0.description) })))
        }
        return .object(members)
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
        if let limit = json["maxSensitiveGrants"] {
            guard let limit = limit.integer else { return nil }
            maxSensitiveGrants = limit
        }
        if let applier = json["applier"] {
            guard let address = applier.string.flatMap(Address.init(parsing:)) else { return nil }
            self.applier = address
        }
        if let ranges = json["applierAddresses"] {
            guard let ranges = ranges.array?.parsed({ $0.string.flatMap(AddressRange.init(bounds:)) }) else {
                return nil
            }
            applierAddresses = ranges
        }
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
