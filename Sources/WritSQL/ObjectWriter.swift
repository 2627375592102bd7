internal import WritModel
internal import WritStore

/// Writes objects of one kind. What it is called with has been checked; call it in a transaction.
struct ObjectWriter {
    private let database: Database
    private let table: KindTable
    private let now: Instant

    /// A writer of that kind; rows are stamped with `now`.
    init(_ kind: Kind, in database: Database, at now: Instant) {
        self.database = database
        self.table = KindTable.of(kind)
        self.now = now
    }

    /// A new object's id. Fields without a value are `NULL`.
    func insert(_ name: String, _ fields: FieldMap<Value>) throws(StoreError) -> String {
        var names = ["name", "created_at", "updated_at"]
        var values: [Binding] = [.text(name), .integer(now.epochSeconds), .integer(now.epochSeconds)]
        for column in table.columns {
            guard let value = fields[column.field] else { continue }
            names.append(column.name)
            values.append(binding(value))
        }
        let places = names.map { _ in "?" }.joined(separator: ", ")
        let id = try database.first(
            """
            INSERT INTO "\(table.name)" (\(names.joined(separator: ", "))) VALUES (\(places)) RETURNING id
            """, values
        ) { row in row.requiredText(0) }
        guard let id else { preconditionFailure("an insert with RETURNING answers one row") }
        try replaceItems(of: id, with: fields)
        return id
    }

    /// Sets `fields`, and leaves the others as they are.
    func update(id: String, _ fields: FieldMap<Value>) throws(StoreError) {
        var assignments = ["version = version + 1", "updated_at = ?"]
        var values: [Binding] = [.integer(now.epochSeconds)]
        for column in table.columns {
            guard let value = fields[column.field] else { continue }
            assignments.append("\(column.name) = ?")
            values.append(binding(value))
        }
        try database.run(
            "UPDATE \"\(table.name)\" SET \(assignments.joined(separator: ", ")) WHERE id = ?",
            values + [.text(id)])
        try replaceItems(of: id, with: fields)
    }

    /// Gives the object another name; everything else refers to it by id.
    func rename(id: String, to name: String) throws(StoreError) {
        try database.run(
            "UPDATE \"\(table.name)\" SET version = version + 1, updated_at = ?, name = ? WHERE id = ?",
            [.integer(now.epochSeconds), .text(name), .text(id)])
    }

    /// Deletes the object and its items. Edges have to be gone.
    func delete(id: String) throws(StoreError) {
        try database.run("DELETE FROM \"\(table.name)\" WHERE id = ?", [.text(id)])
    }

    private func replaceItems(of id: String, with fields: FieldMap<Value>) throws(StoreError) {
        for collection in table.collections {
            guard case .list(let items)? = fields[collection.field] else { continue }
            try database.run("DELETE FROM \(collection.table) WHERE \(table.owner) = ?", [.text(id)])
            let names = [table.owner] + collection.columns
            let places = names.map { _ in "?" }.joined(separator: ", ")
            for item in items {
                try database.run(
                    "INSERT INTO \(collection.table) (\(names.joined(separator: ", "))) VALUES (\(places))",
                    [.text(id)] + bindings(item))
                if case .mapping(let mapping) = item { try insertGroups(of: mapping, provider: id) }
            }
        }
    }
}

extension ObjectWriter {
    /// Writes down which groups a mapping names, by their ids. That they are there has been checked.
    private func insertGroups(of mapping: FederationMapping, provider: String) throws(StoreError) {
        for group in mapping.groups {
            try database.run(
                """
                INSERT INTO identity_provider_mapping_groups (\(table.owner), mapping, group_id)
                SELECT ?, ?, id FROM "groups" WHERE name = ?
                """, [.text(provider), .text(mapping.name), .text(group.name)])
        }
    }
}

private func binding(_ value: Value) -> Binding {
    switch value {
    case .text(let text): return .text(text)
    case .integer(let number): return .integer(Int64(number))
    case .boolean(let flag): return .integer(flag ? 1 : 0)
    case .document(let document): return .text(document.text)
    case .list, .credential: preconditionFailure("a collection is no column, and neither is a credential")
    }
}

private func bindings(_ item: Item) -> [Binding] {
    switch item {
    case .word(let word): return [.text(word)]
    case .trust(let principal): return [.text(principal.sort.rawValue), .text(principal.name)]
    case .addresses(let addresses):
        return [.text(addresses.range.description), .text(addresses.note ?? "")]
    case .mapping(let mapping):
        let conditions = JSONValue.array(mapping.conditions.map(\.json)).compactText
        return [.text(mapping.name), .text(mapping.user ?? ""), .text(conditions)]
    case .accessKey: preconditionFailure("access keys are refused before anything is written")
    }
}
