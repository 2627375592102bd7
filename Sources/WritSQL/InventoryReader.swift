internal import WritModel
internal import WritStore

/// Reads what the ledger remembers, each table once. Call it in a transaction.
///
/// - Throws: ``StoreError/corrupt(place:reason:)`` for a row that nobody can read: without its
///   inventory Writ would take its own objects for foreign ones.
func readApplied(in database: Database) throws(StoreError) -> AppliedState {
    var state = AppliedState()
    // Most rows were applied from one commit: its text is made once.
    var lastCommit = ""
    try MetaRows(database: database).read(into: &state)
    var broken: [String] = []
    try database.each(
        "SELECT kind, name, id, fields, lists, protect, commit_id, file, line FROM inventory_objects"
    ) { row in
        if let object = appliedObject(row, &lastCommit) {
            state.objects[object.address] = object
        } else {
            broken.append("\(row.requiredText(0))/\(row.requiredText(1))")
        }
    }
    try database.each(
        "SELECT user_name, group_name, commit_id, file, line FROM inventory_memberships"
    ) { row in
        let edge = Membership(user: row.requiredText(0), group: row.requiredText(1))
        state.memberships[edge] = provenance(row, from: 2, &lastCommit)
    }
    try database.each(
        """
        SELECT principal_kind, principal_name, is_system, policy_name, scope, scope_name, expires_at,
            commit_id, file, line FROM inventory_attachments
        """
    ) { row in
        if let key = attachmentKey(row) {
            let expires = row.integer(6).map { Expiry(end: Instant(epochSeconds: $0)) }
            state.attachments[key] = AppliedAttachment(
                expires: expires, provenance: provenance(row, from: 7, &lastCommit))
        } else {
            broken.append("an attachment of \(row.requiredText(0))/\(row.requiredText(1))")
        }
    }
    if let first = broken.sorted().first {
        throw .corrupt(place: database.place, reason: "the inventory's row of \(first) cannot be read")
    }
    return state
}

private func appliedObject(_ row: Statement, _ lastCommit: inout String) -> AppliedObject? {
    guard let kind = Kind(rawValue: row.requiredText(0)),
        let fields = storedJSON(row.requiredText(3)).flatMap({
            FieldMap<DesiredValue>(json: $0, kind: kind)
        }),
        let lists = storedJSON(row.requiredText(4)).flatMap([EdgeList: AppliedList].init(json:))
    else { return nil }
    return AppliedObject(
        Address(kind, row.requiredText(1)), id: row.requiredText(2), fields: fields, lists: lists,
        protect: row.text(5), provenance: provenance(row, from: 6, &lastCommit))
}

private func attachmentKey(_ row: Statement) -> AttachmentKey? {
    guard let kind = Kind(rawValue: row.requiredText(0)),
        let scope = Scope(word: row.requiredText(4), name: row.requiredText(5))
    else { return nil }
    let name = row.requiredText(3)
    return AttachmentKey(
        principal: Address(kind, row.requiredText(1)),
        policy: row.requiredInteger(2) == 0 ? .custom(name) : .system(name), scope: scope)
}

private func provenance(
    _ row: Statement, from column: Int, _ lastCommit: inout String
) -> Provenance {
    let isSame = row.withBytes(column) { $0.elementsEqual(lastCommit.utf8) }
    if !isSame { lastCommit = row.requiredText(column) }
    return Provenance(
        commit: lastCommit, file: row.requiredText(column + 1),
        line: Int(row.requiredInteger(column + 2)))
}
