internal import WritModel
internal import WritStore

/// Reads objects of one kind, each table once.
struct ObjectReader {
    /// Which objects are read.
    enum Selection {
        case all
        case named(String)
        case withID(String)
    }

    private let database: Database
    private let table: KindTable
    /// What stands in the rows and means nothing to us, one sentence each.
    private(set) var problems: [String] = []

    /// A reader of that kind that has met no problem yet.
    init(_ kind: Kind, in database: Database) {
        self.database = database
        self.table = KindTable.of(kind)
    }

    /// The objects that `selection` means, in no particular order. Cost: one statement for the kind's
    /// table and one for each of its collections.
    mutating func read(_ selection: Selection) throws(StoreError) -> [ObservedObject] {
        var items: [[String: [Item]]] = []
        for collection in table.collections {
            items.append(try read(collection, selection))
        }
        let groups = try mappedGroups(selection, &items)
        let names = ["id", "name", "version"] + table.columns.map(\.name)
        let (condition, values) = selection.condition(id: "id")
        var objects: [ObservedObject] = []
        var problems: [String] = []
        let table = table
        let reserved = try ReservedRows(database: database).reservations(table.kind)
        let belongings =
            table.kind == .user ? try UserBelongings(selection, in: database) : UserBelongings()
        try database.each(
            "SELECT \(names.joined(separator: ", ")) FROM \"\(table.name)\"\(condition)", values
        ) { row in
            objects.append(object(row, table, items, belongings, groups, reserved, &problems))
        }
        self.problems += problems
        return objects
    }

    /// Puts the groups of mappings into them.
    ///
    /// - Returns: the names of mappings and the ids of their groups, by the id of the provider.
    private mutating func mappedGroups(
        _ selection: Selection, _ items: inout [[String: [Item]]]
    ) throws(StoreError) -> [String: [String]] {
        guard let index = table.collections.firstIndex(where: { $0.type == .mappings }) else { return [:] }
        let (condition, values) = selection.condition(id: table.owner, objects: table.name)
        var groups: [String: [String: [Reference]]] = [:]
        var ids: [String: [String]] = [:]
        try database.each(
            """
            SELECT \(table.owner), m.mapping, g.id, g.name FROM identity_provider_mapping_groups m
            JOIN "groups" g ON g.id = m.group_id\(condition) ORDER BY 1, 2, 3
            """, values
        ) { row in
            let provider = row.requiredText(0)
            groups[provider, default: [:]][row.requiredText(1), default: []].append(
                Reference(row.requiredText(3)))
            ids[provider, default: []] += [row.requiredText(1), row.requiredText(2)]
        }
        for (provider, mappings) in items[index] {
            items[index][provider] = mappings.map { item in
                guard case .mapping(let mapping) = item, let named = groups[provider]?[mapping.name] else {
                    return item
                }
                return .mapping(
                    FederationMapping(
                        mapping.name, when: mapping.conditions, user: mapping.user, groups: named))
            }
        }
        return ids
    }

    /// The items of a collection, by the id of their object.
    private mutating func read(
        _ collection: KindTable.Collection, _ selection: Selection
    ) throws(StoreError) -> [String: [Item]] {
        let names = [table.owner] + collection.columns
        let (condition, values) = selection.condition(id: table.owner, objects: table.name)
        var items: [String: [Item]] = [:]
        var problems: [String] = []
        try database.each(
            "SELECT \(names.joined(separator: ", ")) FROM \(collection.table)\(condition)", values
        ) { row in
            if let item = item(row, collection.type) {
                items[row.requiredText(0), default: []].append(item)
            } else {
                problems.append("`\(collection.table)` holds `\(row.requiredText(1))`, which is no such word")
            }
        }
        self.problems += problems
        return items.mapValues { $0.count > 1 ? $0.sorted() : $0 }
    }
}

extension ObjectReader.Selection {
    /// The condition on a table whose column `id` holds objects' ids; `objects` names the table with
    /// the objects where that is another one.
    func condition(id: String, objects: String? = nil) -> (sql: String, values: [Binding]) {
        switch self {
        case .all: ("", [])
        case .withID(let value): (" WHERE \(id) = ?", [.text(value)])
        case .named(let name):
            if let objects {
                (" WHERE \(id) = (SELECT id FROM \"\(objects)\" WHERE name = ?)", [.text(name)])
            } else {
                (" WHERE name = ?", [.text(name)])
            }
        }
    }
}

private func object(
    _ row: Statement, _ table: KindTable, _ items: [[String: [Item]]], _ belongings: UserBelongings,
    _ groups: [String: [String]], _ reserved: [String: Reservation], _ problems: inout [String]
) -> ObservedObject {
    let id = row.requiredText(0)
    let address = Address(table.kind, row.requiredText(1))
    var fingerprint = RowFingerprint()
    fingerprint.add(row, 1)
    var entries: [(field: Field, value: Value)] = []
    entries.reserveCapacity(table.places.count)
    for place in table.places {
        switch place {
        case .column(let index, let field, let form):
            fingerprint.add(row, index + 3)
            switch value(row, index + 3, form) {
            case .absent: break
            case .value(let value): entries.append((field, value))
            case .unreadable(let reason):
                problems.append("\(address) has a `\(table.columns[index].name)` that \(reason)")
            }
        case .collection(let index, let field):
            // An empty collection and an absent one are the same rows.
            let items = items[index][id] ?? []
            fingerprint.add(items)
            if !items.isEmpty { entries.append((field, .list(items))) }
        }
    }
    for key in belongings.keys[id] ?? [] { fingerprint.add(key) }
    if let generation = belongings.passwords[id] { fingerprint.add(String(generation)) }
    for confirmation in belongings.awaited[id] ?? [] { fingerprint.add(confirmation) }
    for text in groups[id] ?? [] { fingerprint.add(text) }
    if let reserved = reserved[id] { fingerprint.add(reserved.rawValue) }
    let version = fingerprint.version(id: id, counter: row.requiredInteger(2))
    var fields = FieldMap(inOrder: entries)
    if let generation = belongings.passwords[id] {
        fields[.consoleInitialPassword] = .credential(DeclaredCredential(generation: generation))
    }
    return ObservedObject(
        address, id: id, version: version, fields: fields, accessKeys: belongings.keys[id] ?? [],
        awaited: belongings.awaited[id] ?? [],
        mfaDevices: belongings.mfaDevices(of: id), reserved: reserved[id])
}

private enum StoredValue {
    case absent
    case value(Value)
    case unreadable(String)
}

private func value(_ row: Statement, _ index: Int, _ form: KindTable.Form) -> StoredValue {
    switch form {
    case .integer: row.integer(index).map { .value(.integer(Int($0))) } ?? .absent
    case .boolean: row.integer(index).map { .value(.boolean($0 != 0)) } ?? .absent
    case .document: row.text(index).map(document) ?? .absent
    case .text: row.text(index).map { .value(.text($0)) } ?? .absent
    }
}

private func document(_ text: String) -> StoredValue {
    do {
        let json = try JSONValue(parsing: Array(text.utf8))
        guard json.members != nil else { return .unreadable("is no JSON object") }
        return .value(.document(PolicyDocument(json)))
    } catch {
        return .unreadable("is not strict JSON: \(error.message)")
    }
}

private func item(_ row: Statement, _ type: FieldType) -> Item? {
    switch type {
    case .words(let words):
        let word = row.requiredText(1)
        return words.contains(word) ? .word(word) : nil
    case .trust:
        return TrustPrincipal.Sort(rawValue: row.requiredText(1)).map {
            .trust(TrustPrincipal($0, row.requiredText(2)))
        }
    case .addresses:
        let note = row.requiredText(2)
        return AddressRange(bounds: row.requiredText(1)).map {
            .addresses(AdmittedAddresses($0, note: note.isEmpty ? nil : note))
        }
    case .texts: return .word(row.requiredText(1))
    case .mappings:
        let user = row.requiredText(2)
        guard let json = try? JSONValue(parsing: Array(row.requiredText(3).utf8)),
            let conditions = json.array?.parsed(FederationCondition.init(json:))
        else { return nil }
        return .mapping(
            FederationMapping(row.requiredText(1), when: conditions, user: user.isEmpty ? nil : user))
    default:
        return nil
    }
}
