internal import WritModel
internal import WritPlan
internal import WritStore

extension ChangePerformer {
    /// A new object; one of that name that is equal in every field counts as made.
    func create(_ address: Address, _ fields: FieldMap<Value>) throws(StoreError) -> Outcome {
        if let found = try object(address) {
            let different = fields.withoutEmptyLists.differences(from: found.awaiting(asOf: now).fields)
            if different.isEmpty { return .alreadySo(found.version, id: found.id) }
            return .conflict("\(address) exists already, with another \(listed(different))")
        }
        if let missing = try missingGroup(in: fields) { return .conflict(missing) }
        guard address.kind == .user else {
            let id = try writer(address.kind).insert(address.name, fields)
            return .done(try version(address.kind, id: id), id: id)
        }
        let confirmations = ConfirmationRows(database: database)
        let (direct, asked) = try confirmations.split(fields, live: [:])
        let id = try writer(.user).insert(address.name, direct)
        try confirmations.ask(for: asked, besides: [:], of: id, at: now)
        return .done(try version(address.kind, id: id), id: id)
    }

    /// Other values for some fields.
    func update(
        _ address: Address, _ changes: [FieldChange], _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        guard let raw = try object(address) else { return .conflict("\(address) is not there") }
        let found = raw.awaiting(asOf: now)
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
        if let missing = try missingGroup(in: wanted) { return .conflict(missing) }
        if address.kind == .user {
            if let accepted = raw.acceptedInvitation, let other = accepted.conflict(with: wanted) {
                return .conflict("\(address) has accepted its invitation, so \(other.rawValue) cannot change")
            }
            let confirmations = ConfirmationRows(database: database)
            let (direct, asked) = try confirmations.split(wanted, live: raw.fields)
            try confirmations.ask(for: asked, besides: direct, of: found.id, at: now)
            wanted = direct
        }
        try writer(address.kind).update(id: found.id, wanted)
        return .done(try version(address.kind, id: found.id), id: nil)
    }

    /// Another name, found again by the row's id where it was given before.
    func rename(
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

    /// The object goes, if it has no edge left.
    func delete(
        _ address: Address, _ precondition: Precondition
    ) throws(StoreError) -> Outcome {
        guard let found = try object(address) else { return .alreadySo(nil, id: nil) }
        if let conflict = conflict(address.description, found.version, precondition) { return conflict }
        var reader = EdgeReader(database)
        let edges =
            try reader.memberships(of: address).map { $0.edge.description }
            + reader.attachments(of: address).map { $0.edge.description } + mappings(naming: address)
        guard edges.isEmpty else {
            let shown = edges.sorted().prefix(5).joined(separator: ", ")
            let more = edges.count > 5 ? " and \(edges.count - 5) more" : ""
            return .conflict("\(address) still has edges: \(shown)\(more)")
        }
        try writer(address.kind).delete(id: found.id)
        if found.reserved != nil { try ReservedRows(database: database).remove(address.kind, id: found.id) }
        return .done(nil, id: nil)
    }

    /// A sentence about the first group that a mapping names and that is not there.
    private func missingGroup(in fields: FieldMap<Value>) throws(StoreError) -> String? {
        for mapping in fields[.mappings]?.mappings ?? [] {
            for group in mapping.groups where try object(Address(.group, group.name)) == nil {
                return "group/\(group.name), which the mapping `\(mapping.name)` names, is not there"
            }
        }
        return nil
    }

    /// The mappings of identity providers that name a group.
    private func mappings(naming address: Address) throws(StoreError) -> [String] {
        guard address.kind == .group else { return [] }
        var names: [String] = []
        try database.each(
            """
            SELECT p.name, m.mapping FROM identity_provider_mapping_groups m
            JOIN "groups" g ON g.id = m.group_id
            JOIN identity_providers p ON p.id = m.identity_provider_id WHERE g.name = ?
            """, [.text(address.name)]
        ) { row in
            names.append("mapping \(row.requiredText(1)) of identity-provider/\(row.requiredText(0))")
        }
        return names
    }

    private func version(_ kind: Kind, id: String) throws(StoreError) -> Version? {
        var reader = ObjectReader(kind, in: database)
        return try reader.read(.withID(id)).first?.version
    }

    private func writer(_ kind: Kind) -> ObjectWriter { ObjectWriter(kind, in: database, at: now) }
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
