internal import WritDigest
package import WritModel
internal import WritPlan
internal import WritStore

extension Snapshot {
    /// The name of the file's format; a reader refuses any other.
    package static let format = "writ/snapshot/1"

    /// The snapshot as its file holds it: the same for the same state and moment.
    package var json: JSONValue {
        [
            "format": .string(Snapshot.format), "tool": .string(tool), "target": .string(target),
            "store": .string(store.rawValue), "takenAt": .string(takenAt.description),
            "account": optional(state.observed.account),
            "evidence": [
                "method": .string(state.evidence.method),
                "counts": .object(
                    state.evidence.counts.sorted { $0.key < $1.key }.map { .init($0.key, .integer($0.value)) }
                ),
            ],
            "capabilities": state.capabilities.json,
            "objects": .array(
                state.observed.objects.values.sorted { $0.address < $1.address }.map { object in
                    objectJSON(object, redactions[object.address])
                }),
            "memberships": .array(
                state.observed.memberships.sorted { $0.key < $1.key }.map { edge, version in
                    edge.json.adding([.init("version", .string(version.description))])
                }),
            "attachments": .array(
                state.observed.attachments.sorted { $0.key < $1.key }.map { key, attachment in
                    key.json.adding([
                        .init("expires", optional(attachment.expires?.description)),
                        .init("version", .string(attachment.version.description)),
                    ])
                }),
            "systemPolicies": .object(
                state.observed.systemPolicies.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.json) }),
            "ledger": state.applied.json,
            "openEntries": .array(state.openEntries.map(\.json)),
        ]
    }
}

private func objectJSON(_ object: ObservedObject, _ redacted: FieldMap<String>?) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("address", .string(object.address.description)), .init("id", .string(object.id)),
        .init("version", .string(object.version.description)), .init("fields", object.fields.json),
    ]
    if !object.accessKeys.isEmpty {
        members.append(.init("accessKeys", .array(object.accessKeys.map(\.json))))
    }
    if !object.awaited.isEmpty {
        members.append(.init("awaited", .array(object.awaited.map(\.json))))
    }
    if let devices = object.mfaDevices {
        members.append(.init("mfaDevices", .array(devices.map(\.json))))
    }
    if let reserved = object.reserved {
        members.append(.init("reserved", .string(reserved.rawValue)))
    }
    if let redacted {
        members.append(
            .init("redacted", .object(redacted.map { .init($0.field.rawValue, .string($0.value)) })))
    }
    return .object(members)
}

extension AppliedState {
    fileprivate var json: JSONValue {
        [
            "lineage": optional(lineage), "serial": .integer(serial), "revision": revision?.json ?? .null,
            "objects": .array(objects.values.sorted { $0.address < $1.address }.map(\.json)),
            "memberships": .array(
                memberships.sorted { $0.key < $1.key }.map { $0.key.json.adding($0.value.members) }),
            "attachments": .array(
                attachments.sorted { $0.key < $1.key }.map { key, attachment in
                    key.json.adding(
                        [.init("expires", optional(attachment.expires?.description))]
                            + attachment.provenance.members)
                }),
        ]
    }
}

extension AppliedRevision {
    fileprivate var json: JSONValue {
        [
            "commit": .string(commit), "at": .string(at.description), "manifests": .integer(manifestCount),
            "paths": .array(paths.map(JSONValue.string)), "guards": guards.json,
        ]
    }
}

extension AppliedObject {
    fileprivate var json: JSONValue {
        .object(
            [
                .init("address", .string(address.description)), .init("id", .string(id)),
                .init("fields", fields.json),
                .init("lists", lists.json),
                .init("protect", optional(protect)),
            ] + provenance.members)
    }
}

extension Provenance {
    fileprivate var members: [JSONValue.Member] {
        [
            .init("commit", .string(commit)), .init("file", .string(file)), .init("line", .integer(line)),
        ]
    }
}

extension JournalEntry {
    fileprivate var json: JSONValue {
        [
            "run": .string(run), "plan": optional(planDigest?.description), "index": .integer(index),
            "change": change.json, "outcome": optional(outcome), "version": optional(version?.description),
        ]
    }
}

extension JSONValue {
    /// The object with more members behind its own.
    fileprivate func adding(_ more: [Member]) -> JSONValue { .object((members ?? []) + more) }
}

/// The text, or null.
func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
