internal import WritModel
internal import WritPlan
internal import WritStore

/// Makes one change in the live tables, if its precondition holds. Call it in a writing transaction.
struct ChangePerformer {
    let database: Database
    let now: Instant

    /// What became of `change`. Nothing was written unless it is done.
    func perform(_ change: Change, given precondition: Precondition) throws(StoreError) -> Outcome {
        if let problem = unsupported(change) { return .failed(problem, isRetryable: false) }
        switch change.effect {
        case .create(let fields): return try create(change.address, fields)
        case .update(let changes): return try update(change.address, changes, precondition)
        case .rename(let old): return try rename(change.address, from: old, precondition)
        case .delete: return try delete(change.address, precondition)
        case .join(let edge): return try join(edge)
        case .leave(let edge): return try leave(edge, precondition)
        case .attach(let key, let expires, _): return try attach(key, expires, precondition)
        case .detach(let key, _): return try detach(key, precondition)
        case .adopt, .release: return .done(nil, id: nil)
        }
    }
}

// MARK: Objects

extension ChangePerformer {
    private func create(_ address: Address, _ fields: FieldMap<Value>) throws(StoreError) -> Outcome {
        if let found = try object(address) {
            let different = fields.withoutEmptyLists.differences(from: found.fields)
            if different.isEmpty { return .alreadySo(found.version, id: found.id) }
            return .conflict("\(address) exists already, with another \(listed(different))")
        }
        let id = try writer(address.kind).insert(address.name, fields)
        return .done(try version(address.kind, id: id), id: id)
    }

    private func update(
        _ address: Address, _ changes: [FieldChange], _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        guard let found = try object(address) else { return .conflict("\(address) is not there") }
        var wanted: FieldMap<Value> = [:]
        var after = found.fields
        for change in changes {
            wanted[change.field] = change.after
            after[change.field] = change.after
        }
        if after.withoutEmptyLists == found.fields { return .alreadySo(found.version, id: nil) }
        let moved = changes.filter { found.fields[$0.field] != $0.before }.map(\.field)
        if let conflict = conflict(address.description, found.version, precondition, moved) {
            return conflict
        }
        try writer(address.kind).update(id: found.id, wanted)
        return .done(try version(address.kind, id: found.id), id: nil)
    }

    private func rename(
        _ address: Address, from old: String, _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        let before = Address(address.kind, old)
        let there = try object(address)
        guard let found = try object(before) else {
            guard let there else { return .conflict("neither \(before) nor \(address) is there") }
            guard case .version(let version) = precondition, version.rowID == there.id else {
                return .conflict("\(before) is not there, and \(address) is another object")
            }
            return .alreadySo(there.version, id: nil)
        }
        if there != nil { return .conflict("\(address) exists already, beside \(before)") }
        if let conflict = conflict(before.description, found.version, precondition) { return conflict }
        try writer(address.kind).rename(id: found.id, to: address.name)
        return .done(try version(address.kind, id: found.id), id: nil)
    }

    private func delete(
        _ address: Address, _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        guard let found = try object(address) else { return .alreadySo(nil, id: nil) }
        if let conflict = conflict(address.description, found.version, precondition) { return conflict }
        var reader = EdgeReader(database)
        let edges =
            try reader.memberships(of: address).map { $0.edge.description }
            + reader.attachments(of: address).map { $0.edge.description }
        guard edges.isEmpty else {
            let shown = edges.sorted().prefix(5).joined(separator: ", ")
            let more = edges.count > 5 ? " and \(edges.count - 5) more" : ""
            return .conflict("\(address) still has edges: \(shown)\(more)")
        }
        try writer(address.kind).delete(id: found.id)
        return .done(nil, id: nil)
    }

    private func object(_ address: Address) throws(StoreError) -> ObservedObject? {
        var reader = ObjectReader(address.kind, in: database)
        return try reader.read(.named(address.name)).first
    }

    private func version(_ kind: Kind, id: String) throws(StoreError) -> Version? {
        var reader = ObjectReader(kind, in: database)
        return try reader.read(.withID(id)).first?.version
    }

    private func writer(_ kind: Kind) -> ObjectWriter { ObjectWriter(kind, in: database, at: now) }

    /// A sentence about the first field that the store does not have.
    private func unsupported(_ change: Change) -> String? {
        let fields =
            switch change.effect {
            case .create(let fields): fields.fields
            case .update(let changes): changes.map(\.field)
            default: [Field]()
            }
        return fields.first { Capabilities.sqlite[change.address.kind, $0] == .unsupported }
            .map { "the store has no field `\($0.rawValue)` for \(change.address)" }
    }
}

// MARK: Edges

extension ChangePerformer {
    private func join(_ edge: Membership) throws(StoreError) -> Outcome {
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

    private func leave(_ edge: Membership, _ precondition: Precondition) throws(StoreError) -> Outcome {
        var reader = EdgeReader(database)
        guard let found = try reader.membership(edge) else { return .alreadySo(nil, id: nil) }
        if let conflict = conflict(edge.description, found.version, precondition) { return conflict }
        try EdgeWriter(database: database, now: now).leave(edge)
        return .done(nil, id: nil)
    }

    private func attach(
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

    private func detach(
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

    /// Why `precondition` does not hold for what is there at `version`; `nil` where it does.
    ///
    /// - Parameter fields: those that are not as the change takes them to be.
    private func conflict(
        _ what: String, _ version: Version, _ precondition: Precondition, _ fields: [Field] = []
    ) -> Outcome? {
        switch precondition {
        case .absent:
            return .conflict("\(what) is there already")
        case .version(version):
            return nil
        case .version:
            let found = fields.isEmpty ? "" : ": it has another \(listed(fields))"
            return .conflict("\(what) was changed by somebody else since it was read\(found)")
        }
    }
}

/// The fields' names in backticks.
private func listed(_ fields: [Field]) -> String {
    fields.map { "`\($0.rawValue)`" }.joined(separator: ", ")
}

extension FieldMap<Value> {
    /// The map as a store answers it: an empty collection is no value.
    fileprivate var withoutEmptyLists: FieldMap<Value> {
        compactMap { _, value in value == .list([]) ? nil : value }
    }

    /// The fields that have another value in `other`, or none in one of the two.
    fileprivate func differences(from other: FieldMap<Value>) -> [Field] {
        Set(fields + other.fields).filter { self[$0] != other[$0] }.sorted()
    }
}
