internal import WritDigest
internal import WritModel
internal import WritPlan
internal import WritStore

extension Snapshot {
    /// Reads a snapshot file, byte for byte as ``json`` was written: one that was cut short or edited, has a
    /// member twice or of another type, or was written by a Writ with another format is refused.
    ///
    /// Nothing in it is trusted beyond that: it may come from anywhere, and a plan made from it is never applied.
    ///
    /// - Throws: ``SnapshotFileError``, which names the first part that cannot be read.
    package init(file bytes: [UInt8]) throws(SnapshotFileError) {
        let json: JSONValue
        do {
            // Policy documents may be as deep as any JSON that is read, and lie a few levels down.
            json = try JSONValue(parsing: bytes, depthLimit: 80)
        } catch {
            throw SnapshotFileError(description: "not a snapshot: \(error.message) (byte \(error.offset))")
        }
        guard let format = json["format"]?.string else {
            throw SnapshotFileError(description: "not a snapshot: it names no `format`")
        }
        guard format == Snapshot.format else {
            throw SnapshotFileError(
                description: "it has the format `\(format)`, this Writ reads `\(Snapshot.format)`")
        }
        try self.init(json)
        guard Array(self.json.prettyText.utf8) == bytes else {
            throw SnapshotFileError(description: "the snapshot was changed after it was taken")
        }
    }

    private init(_ json: JSONValue) throws(SnapshotFileError) {
        let reader = PartReader(json: json)
        let observed = try reader.observed()
        let redactions = try reader.parts("objects") { entry -> (Address, FieldMap<String>)? in
            guard let address = entry["address"]?.string.flatMap(Address.init(parsing:)) else { return nil }
            var fields = FieldMap<String>()
            for member in entry["redacted"]?.members ?? [] {
                guard let field = Field(rawValue: member.name), let digest = member.value.string,
                    KindSchema.of(address.kind)[field] != nil
                else { return nil }
                fields[field] = digest
            }
            return (address, fields)
        }
        self.init(
            tool: try reader.text("tool"), target: try reader.text("target"),
            store: try reader.part("store") { $0.string.flatMap(StoreKind.init) },
            takenAt: try reader.part("takenAt") { $0.string.flatMap(Instant.init(rfc3339:)) },
            state: ReadState(
                observed: observed, applied: try PartReader(json: try reader.part("ledger") { $0 }).applied(),
                capabilities: try reader.part("capabilities", Capabilities.init(json:)),
                openEntries: try reader.parts("openEntries", JournalEntry.init(json:)),
                evidence: try reader.part("evidence", Evidence.init(json:))),
            redactions: Dictionary(
                redactions.filter { !$0.1.isEmpty }, uniquingKeysWith: { first, _ in first }))
    }
}

/// Reads the members of an object and names the one that is wrong.
private struct PartReader {
    let json: JSONValue

    func part<Result>(
        _ name: String, _ read: (JSONValue) -> Result?
    ) throws(SnapshotFileError) -> Result {
        guard let value = json[name] else {
            throw SnapshotFileError(description: "not a snapshot: `\(name)` is missing")
        }
        guard let result = read(value) else {
            throw SnapshotFileError(description: "not a snapshot: `\(name)` cannot be read")
        }
        return result
    }

    func parts<Result>(
        _ name: String, _ read: (JSONValue) -> Result?
    ) throws(SnapshotFileError) -> [Result] {
        let items = try part(name, \.array)
        var results: [Result] = []
        results.reserveCapacity(items.count)
        for (index, item) in items.enumerated() {
            guard let result = read(item) else {
                throw SnapshotFileError(
                    description: "not a snapshot: entry \(index + 1) of `\(name)` cannot be read")
            }
            results.append(result)
        }
        return results
    }

    func text(_ name: String) throws(SnapshotFileError) -> String { try part(name, \.string) }

    /// A text or `null`.
    func optionalText(_ name: String) throws(SnapshotFileError) -> String? {
        try part(name) { value -> String?? in value == .null ? .some(nil) : value.string.map { .some($0) } }
    }

    func observed() throws(SnapshotFileError) -> ObservedState {
        let objects = try parts("objects", ObservedObject.init(json:))
        let memberships = try parts("memberships") { entry -> (Membership, Version)? in
            guard let edge = Membership(json: entry), let version = entry["version"]?.string else {
                return nil
            }
            return (edge, Version(version))
        }
        let attachments = try parts("attachments") { entry -> (AttachmentKey, ObservedAttachment)? in
            guard let key = AttachmentKey(json: entry), let version = entry["version"]?.string else {
                return nil
            }
            return (key, ObservedAttachment(expires: expiry(entry), version: Version(version)))
        }
        let policies = try part("systemPolicies", \.members)
        return ObservedState(
            account: try optionalText("account"), objects: first(objects.map { ($0.address, $0) }),
            memberships: first(memberships), attachments: first(attachments),
            systemPolicies: first(policies.map { ($0.name, PolicyDocument($0.value)) }))
    }

    func applied() throws(SnapshotFileError) -> AppliedState {
        let objects = try parts("objects", AppliedObject.init(json:))
        let memberships = try parts("memberships") { entry -> (Membership, Provenance)? in
            guard let edge = Membership(json: entry), let since = Provenance(json: entry) else { return nil }
            return (edge, since)
        }
        let attachments = try parts("attachments") { entry -> (AttachmentKey, AppliedAttachment)? in
            guard let key = AttachmentKey(json: entry), let since = Provenance(json: entry) else {
                return nil
            }
            return (key, AppliedAttachment(expires: expiry(entry), provenance: since))
        }
        return AppliedState(
            lineage: try optionalText("lineage"), serial: try part("serial", \.integer),
            revision: try part("revision") { value -> AppliedRevision?? in
                value == .null ? .some(nil) : AppliedRevision(json: value).map { .some($0) }
            },
            objects: first(objects.map { ($0.address, $0) }), memberships: first(memberships),
            attachments: first(attachments))
    }
}

/// Of two with one key the first counts; the file is refused then, as it is not what is written again.
private func first<Key, Value>(_ pairs: [(Key, Value)]) -> [Key: Value] {
    Dictionary(pairs, uniquingKeysWith: { first, _ in first })
}

private func expiry(_ json: JSONValue) -> Expiry? { json["expires"]?.string.flatMap(Expiry.init(parsing:)) }

extension ObservedObject {
    fileprivate init?(json: JSONValue) {
        guard let address = json["address"]?.string.flatMap(Address.init(parsing:)),
            let id = json["id"]?.string, let version = json["version"]?.string,
            let fields = json["fields"].flatMap({ FieldMap<Value>(json: $0, kind: address.kind) }),
            let keys = (json["accessKeys"]?.array ?? []).parsed(LiveAccessKey.init(json:)),
            let awaited = (json["awaited"]?.array ?? []).parsed(AwaitedConfirmation.init(json:)),
            let devices = (json["mfaDevices"]?.array ?? []).parsed(MFADevice.init(json:))
        else { return nil }
        self.init(
            address, id: id, version: Version(version), fields: fields, accessKeys: keys, awaited: awaited,
            mfaDevices: json["mfaDevices"] == nil ? nil : devices)
        if let word = json["reserved"] {
            guard let reserved = word.string.flatMap(Reservation.init) else { return nil }
            self.reserved = reserved
        }
    }
}

extension AppliedObject {
    fileprivate init?(json: JSONValue) {
        guard let address = json["address"]?.string.flatMap(Address.init(parsing:)),
            let id = json["id"]?.string,
            let fields = json["fields"].flatMap({ FieldMap<DesiredValue>(json: $0, kind: address.kind) }),
            let lists = json["lists"].flatMap([EdgeList: AppliedList].init(json:)),
            let since = Provenance(json: json)
        else { return nil }
        self.init(
            address, id: id, fields: fields, lists: lists, protect: json["protect"]?.string, provenance: since
        )
    }
}

extension AppliedRevision {
    fileprivate init?(json: JSONValue) {
        guard let commit = json["commit"]?.string,
            let at = json["at"]?.string.flatMap(Instant.init(rfc3339:)),
            let manifests = json["manifests"]?.integer, let paths = json["paths"]?.array?.parsed(\.string),
            let guards = json["guards"].flatMap(GuardSettings.init(json:))
        else { return nil }
        self.init(commit: commit, at: at, manifestCount: manifests, paths: paths, guards: guards)
    }
}

extension Provenance {
    fileprivate init?(json: JSONValue) {
        guard let commit = json["commit"]?.string, let file = json["file"]?.string,
            let line = json["line"]?.integer
        else { return nil }
        self.init(commit: commit, file: file, line: line)
    }
}

extension Evidence {
    fileprivate init?(json: JSONValue) {
        guard let method = json["method"]?.string, let members = json["counts"]?.members else { return nil }
        var counts: [String: Int] = [:]
        for member in members {
            guard let count = member.value.integer else { return nil }
            counts[member.name] = count
        }
        self.init(method: method, counts: counts)
    }
}

extension JournalEntry {
    fileprivate init?(json: JSONValue) {
        guard let run = json["run"]?.string, let index = json["index"]?.integer,
            let change = json["change"].flatMap(Change.init(json:))
        else { return nil }
        self.init(
            run: run, planDigest: json["plan"]?.string.flatMap(Digest.init(parsing:)), index: index,
            change: change, outcome: json["outcome"]?.string,
            version: json["version"]?.string.map(Version.init))
    }
}
