internal import WritDiagnostics
package import WritModel

/// Why a plan file cannot be used.
package struct PlanFileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    package init(description: String) {
        self.description = description
    }
}

extension Plan {
    /// Reads a plan file, byte for byte as ``json`` was written: a file that was edited in any way,
    /// cut short, or written by a Writ with another format is refused. What ``withoutOrigins`` takes out
    /// is no part of the plan and not looked at.
    ///
    /// - Throws: ``PlanFileError``.
    package init(file bytes: [UInt8]) throws(PlanFileError) {
        let json: JSONValue
        do {
            json = try JSONValue(parsing: bytes)
        } catch {
            throw PlanFileError(description: "not a plan: \(error.message) (byte \(error.offset))")
        }
        guard let format = json["format"]?.string else { throw PlanFileError(description: "not a plan") }
        guard format == Plan.format else {
            throw PlanFileError(
                description: "the plan has the format `\(format)`, this Writ reads `\(Plan.format)`")
        }
        let bound = json.withoutOrigins
        guard let plan = Plan(json: bound), plan.json == bound, Array(json.prettyText.utf8) == bytes else {
            throw PlanFileError(description: "the plan was changed after it was made")
        }
        self = plan
    }

    private init?(json: JSONValue) {
        guard let binding = json["binding"].flatMap(PlanBinding.init(json:)),
            let changes = json["changes"]?.array?.parsed(Change.init(json:)),
            let unchanged = json["unchanged"]?.integer,
            let unmanaged = json["unmanaged"]?.array?.parsed({ $0.string.flatMap(Address.init(parsing:)) }),
            let reserved = (json["reserved"]?.array ?? []).parsed(ReservedObject.init(json:)),
            let unverifiable = json["unverifiable"]?.array?.parsed(ObjectField.init(json:)),
            let warnings = json["warnings"]?.array?.parsed(PlanWarning.init(json:)),
            let refusals = json["refusals"]?.array?.parsed(Refusal.init(json:))
        else { return nil }
        self.init(
            binding: binding, changes: changes, warnings: warnings, unmanaged: unmanaged,
            reserved: reserved, unverifiable: unverifiable, unchangedCount: unchanged, refusals: refusals)
    }
}

extension PlanBinding {
    fileprivate init?(json: JSONValue) {
        guard let tool = json["tool"]?.string, let target = json["target"]?.string,
            let paths = json["paths"]?.array?.parsed(\.string),
            let store = json["store"]?.string.flatMap(StoreKind.init),
            let repository = json["repository"]?.string, let name = json["revision"]?.string,
            let asOf = json["asOf"]?.string.flatMap(Instant.init(rfc3339:)),
            let createdAt = json["createdAt"]?.string.flatMap(Instant.init(rfc3339:)),
            let expiresAt = json["expiresAt"]?.string.flatMap(Instant.init(rfc3339:)),
            let guards = json["guards"].flatMap(GuardSettings.init(json:)),
            let adopting = json["adopting"]?.array?.parsed({ $0.string.flatMap(Address.init(parsing:)) }),
            let reads = json["reads"]?.array?.parsed(read)
        else { return nil }
        self.init(
            tool: tool, target: target, paths: paths, store: store, account: json["account"]?.string,
            revision: Revision(commit: json["commit"]?.string, name: name, repository: repository),
            lineage: json["lineage"]?.string, asOf: asOf, createdAt: createdAt, expiresAt: expiresAt,
            guards: guards, adopting: adopting,
            reads: PlanReads(Dictionary(reads, uniquingKeysWith: { first, _ in first })),
            snapshotAt: json["snapshotAt"]?.string.flatMap(Instant.init(rfc3339:)))
    }
}

private func read(_ json: JSONValue) -> (ReadKey, Version)? {
    guard let version = json["version"]?.string else { return nil }
    if let address = json["object"]?.string.flatMap(Address.init(parsing:)) {
        return (.object(address), Version(version))
    }
    if let edge = json["membership"].flatMap(Membership.init(json:)) {
        return (.membership(edge), Version(version))
    }
    if let key = json["attachment"].flatMap(AttachmentKey.init(json:)) {
        return (.attachment(key), Version(version))
    }
    return nil
}

extension Change {
    /// Reads ``json`` back.
    package init?(json: JSONValue) {
        guard let address = json["address"]?.string.flatMap(Address.init(parsing:)),
            let effect = json["effect"].flatMap({ Effect(json: $0, kind: address.kind) }),
            let cause = json["cause"]?.string.flatMap(Cause.init),
            let isForeign = json["foreign"]?.boolean,
            let wave = json["wave"]?.integer.flatMap(Wave.init)
        else { return nil }
        self.init(
            address, effect, cause: cause, isForeign: isForeign,
            source: json["source"].flatMap(SourceSpan.init(json:)), wave: wave)
        // Plans that were saved before there were steps go by waves.
        if let step = json["step"]?.integer { self.step = step }
    }
}

extension SourceSpan {
    fileprivate init?(json: JSONValue) {
        guard let file = json["file"]?.string, let line = json["line"]?.integer,
            let column = json["column"]?.integer, let endLine = json["endLine"]?.integer,
            let endColumn = json["endColumn"]?.integer
        else { return nil }
        self.init(
            file: file, start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: endLine, column: endColumn))
    }
}

extension Effect {
    fileprivate init?(json: JSONValue, kind: Kind) {
        guard let action = json["action"]?.string.flatMap(Action.init) else { return nil }
        switch action {
        case .create, .delete:
            guard let fields = json["fields"].flatMap({ FieldMap<Value>(json: $0, kind: kind) }) else {
                return nil
            }
            self = action == .create ? .create(fields) : .delete(fields)
        case .update:
            guard let changes = json["fields"]?.array?.parsed({ FieldChange(json: $0, kind: kind) }) else {
                return nil
            }
            self = .update(changes)
        case .rename:
            guard let old = json["from"]?.string else { return nil }
            self = .rename(from: old)
        case .join, .leave:
            guard let edge = json["membership"].flatMap(Membership.init(json:)) else { return nil }
            self = action == .join ? .join(edge) : .leave(edge)
        case .attach, .detach:
            guard let key = json["attachment"].flatMap(AttachmentKey.init(json:)) else { return nil }
            let expires = json["expires"]?.string.flatMap(Expiry.init(parsing:))
            if action == .detach {
                self = .detach(key, expires: expires)
            } else {
                let replaced = json["replacing"].map {
                    ReplacedExpiry($0["expires"]?.string.flatMap(Expiry.init(parsing:)))
                }
                self = .attach(key, expires: expires, replacing: replaced)
            }
        case .issue:
            guard let order = CredentialOrder(json: json) else { return nil }
            self = .issue(order)
        case .enable, .disable, .revoke:
            guard let key = json["accessKey"].flatMap(AccessKeyReference.init(json:)) else { return nil }
            self = action == .enable ? .enable(key) : action == .disable ? .disable(key) : .revoke(key)
        case .adopt, .release:
            guard let ownership = json["ownership"].flatMap(Ownership.init(json:)) else { return nil }
            self = action == .adopt ? .adopt(ownership) : .release(ownership)
        }
    }
}

extension FieldChange {
    fileprivate init?(json: JSONValue, kind: Kind) {
        guard let field = json["field"]?.string.flatMap(Field.init),
            let type = KindSchema.of(kind)[field]?.type,
            let after = json["after"].flatMap({ Value(json: $0, type: type) })
        else { return nil }
        self.init(field, before: json["before"].flatMap { Value(json: $0, type: type) }, after: after)
    }
}

extension Ownership {
    fileprivate init?(json: JSONValue) {
        guard let object = json["object"]?.boolean,
            let fields = json["fields"]?.array?.parsed({ $0.string.flatMap(Field.init) }),
            let lists = json["lists"]?.array?.parsed({ $0.string.flatMap(EdgeList.init) }),
            let memberships = json["memberships"]?.array?.parsed(Membership.init(json:)),
            let attachments = json["attachments"]?.array?.parsed(AttachmentKey.init(json:))
        else { return nil }
        self.init(
            object: object, fields: fields, lists: lists, memberships: memberships,
            attachments: attachments)
    }
}

extension ObjectField {
    fileprivate init?(json: JSONValue) {
        guard let address = json["address"]?.string.flatMap(Address.init(parsing:)),
            let field = json["field"]?.string.flatMap(Field.init)
        else { return nil }
        self.init(address, field)
    }
}

extension PlanWarning {
    fileprivate init?(json: JSONValue) {
        guard let code = json["code"]?.string, let message = json["message"]?.string else { return nil }
        self.init(
            code: code, message: message, place: json["place"]?.string, help: json["help"]?.string)
    }
}

extension Refusal {
    fileprivate init?(json: JSONValue) {
        guard let rule = json["rule"]?.string.flatMap(GuardRule.init), let message = json["message"]?.string,
            let items = json["items"]?.array?.parsed(\.string)
        else { return nil }
        self.init(
            rule, message, count: json["count"]?.integer, limit: json["limit"]?.integer, items: items)
    }
}
