package import WritDigest
package import WritModel

extension Effect {
    /// The effect as JSON, the same for the same effect.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [.init("action", .string(action.rawValue))]
        switch self {
        case .create(let fields), .delete(let fields):
            members.append(.init("fields", fields.json))
        case .update(let changes):
            members.append(.init("fields", .array(changes.map(\.json))))
        case .rename(let old):
            members.append(.init("from", .string(old)))
        case .join(let edge), .leave(let edge):
            members.append(.init("membership", edge.json))
        case .attach(let key, let expires, let replacing):
            members.append(.init("attachment", key.json))
            members.append(contentsOf: expiryMember("expires", expires))
            if let replacing {
                members.append(.init("replacing", .object(expiryMember("expires", replacing.expires))))
            }
        case .detach(let key, let expires):
            members.append(.init("attachment", key.json))
            members.append(contentsOf: expiryMember("expires", expires))
        case .issue(let order): members += order.members
        case .enable(let key), .disable(let key), .revoke(let key):
            members.append(.init("accessKey", key.json))
        case .adopt(let ownership), .release(let ownership):
            members.append(.init("ownership", ownership.json))
        }
        return .object(members)
    }
}

extension Change {
    /// The digest of what is done to what: equal for the same step in any plan, whatever its cause or source.
    ///
    /// What personal fields held before has no part in it: a redacted snapshot does not tell, and a plan made
    /// from one has to mean the same.
    package var effectDigest: Digest {
        let effect = effect.withoutPersonalPast(KindSchema.of(address.kind))
        let json: JSONValue = ["address": .string(address.description), "effect": effect.json]
        return Digest(of: json.compactText)
    }
}

extension Effect {
    /// The effect without what personal fields held before it.
    package func withoutPersonalPast(_ schema: KindSchema) -> Effect {
        switch self {
        case .update(let changes):
            return .update(
                changes.map { change in
                    guard schema.isPersonal(change.field) else { return change }
                    return FieldChange(change.field, before: nil, after: change.after)
                })
        case .delete(let fields):
            return .delete(fields.compactMap { schema.isPersonal($0) ? nil : $1 })
        case .create, .rename, .join, .leave, .attach, .detach, .issue, .enable, .disable, .revoke, .adopt,
            .release:
            return self
        }
    }
}

extension FieldChange {
    fileprivate var json: JSONValue {
        var members: [JSONValue.Member] = [.init("field", .string(field.rawValue))]
        if let before { members.append(.init("before", before.json)) }
        members.append(.init("after", after.json))
        return .object(members)
    }
}

extension Membership {
    /// The edge as JSON; ``init(json:)`` reads it back.
    package var json: JSONValue { ["user": .string(user), "group": .string(group)] }

    /// Reads ``json`` back.
    package init?(json: JSONValue) {
        guard let user = json["user"]?.string, let group = json["group"]?.string else { return nil }
        self.init(user: user, group: group)
    }
}

extension AttachmentKey {
    /// The edge as JSON; ``init(json:)`` reads it back.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [.init("principal", .string(principal.description))]
        switch policy {
        case .custom(let name): members.append(.init("policy", .string(name)))
        case .system(let name): members.append(.init("systemPolicy", .string(name)))
        }
        members.append(.init("scope", .string(scope.word)))
        if !scope.name.isEmpty { members.append(.init("scopeName", .string(scope.name))) }
        return .object(members)
    }

    /// Reads ``json`` back.
    package init?(json: JSONValue) {
        guard let principal = json["principal"]?.string.flatMap(Address.init(parsing:)),
            let scope = Scope(word: json["scope"]?.string ?? "", name: json["scopeName"]?.string ?? "")
        else { return nil }
        switch (json["policy"]?.string, json["systemPolicy"]?.string) {
        case (let name?, nil): self.init(principal: principal, policy: .custom(name), scope: scope)
        case (nil, let name?): self.init(principal: principal, policy: .system(name), scope: scope)
        default: return nil
        }
    }
}

extension Ownership {
    fileprivate var json: JSONValue {
        [
            "object": .boolean(object), "fields": .array(fields.map { .string($0.rawValue) }),
            "lists": .array(lists.map { .string($0.rawValue) }),
            "memberships": .array(memberships.map(\.json)),
            "attachments": .array(attachments.map(\.json)),
        ]
    }
}

private func expiryMember(_ name: String, _ expires: Expiry?) -> [JSONValue.Member] {
    expires.map { [.init(name, .string($0.description))] } ?? []
}
