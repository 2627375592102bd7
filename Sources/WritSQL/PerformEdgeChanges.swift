internal import WritModel
internal import WritStore

extension ChangePerformer {
    /// A new membership.
    func join(_ edge: Membership) throws(StoreError) -> Outcome {
        var reader = EdgeReader(database)
        if let found = try reader.membership(edge) { return .alreadySo(found.version, id: nil) }
        guard let user = try object(Address(.user, edge.user)) else {
            return .conflict("user/\(edge.user) is not there")
        }
        guard let group = try object(Address(.group, edge.group)) else {
            return .conflict("group/\(edge.group) is not there")
        }
        try EdgeWriter(database: database, now: now).join(user: user.id, group: group.id)
        return .done(try reader.membership(edge)?.version, id: nil)
    }

    /// The membership goes.
    func leave(_ edge: Membership, _ precondition: Precondition) throws(StoreError) -> Outcome {
        var reader = EdgeReader(database)
        guard let found = try reader.membership(edge) else { return .alreadySo(nil, id: nil) }
        if let conflict = conflict(edge.description, found.version, precondition) { return conflict }
        try EdgeWriter(database: database, now: now).leave(edge)
        return .done(nil, id: nil)
    }

    /// A new attachment, or another expiry for one that exists.
    func attach(
        _ key: AttachmentKey, _ expires: Expiry?, _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        var reader = EdgeReader(database)
        let writer = EdgeWriter(database: database, now: now)
        if let found = try reader.attachment(key) {
            if found.expires == expires { return .alreadySo(found.version, id: nil) }
            if let conflict = conflict(key.description, found.version, precondition) { return conflict }
            try writer.setExpiry(of: found.id, to: expires)
        } else {
            if precondition != .absent { return .conflict("\(key) is not there") }
            guard let principal = try object(key.principal) else {
                return .conflict("\(key.principal) is not there")
            }
            guard let policy = try policy(key.policy) else {
                return .conflict("\(key.policy) is not there")
            }
            try writer.attach(principal, policy, key.scope, expires)
        }
        return .done(try reader.attachment(key)?.version, id: nil)
    }

    /// The attachment goes.
    func detach(
        _ key: AttachmentKey, _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        var reader = EdgeReader(database)
        guard let found = try reader.attachment(key) else { return .alreadySo(nil, id: nil) }
        if let conflict = conflict(key.description, found.version, precondition) { return conflict }
        try EdgeWriter(database: database, now: now).detach(found.id)
        return .done(nil, id: nil)
    }

    /// Where the policy is: a custom policy's id, a system policy's name.
    private func policy(_ reference: PolicyReference) throws(StoreError) -> EdgeWriter.PolicyKey? {
        switch reference {
        case .custom(let name):
            try object(Address(.policy, name)).map { .custom(id: $0.id) }
        case .system(let name):
            try database.first("SELECT name FROM system_policies WHERE name = ?", [.text(name)]) { row in
                .system(name: row.requiredText(0))
            }
        }
    }
}
