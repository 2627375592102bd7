internal import Glibc
internal import WritModel
internal import WritStore

/// Reads what the ledger remembers, each table once. Call it in a transaction.
///
/// - Throws: ``StoreError/corrupt(place:reason:)`` for a row that nobody can read: without its
///   inventory Writ would take its own objects for foreign ones.
func readApplied(in database: Database) throws(StoreError) -> AppliedState {
    var state = AppliedState()
    var last = LastProvenance()
    try MetaRows(database: database).read(into: &state)
    var broken: [String] = []
    try database.each(
        "SELECT kind, name, id, fields, lists, protect, commit_id, file, line FROM inventory_objects"
    ) { row in
        if let object = appliedObject(row, &last) {
            state.objects[object.address] = object
        } else {
            broken.append("\(row.requiredText(0))/\(row.requiredText(1))")
        }
    }
    try database.each(
        "SELECT user_name, group_name, commit_id, file, line FROM inventory_memberships"
    ) { row in
        let edge = Membership(user: row.requiredText(0), group: row.requiredText(1))
        state.memberships[edge] = provenance(row, from: 2, &last)
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
                expires: expires, provenance: provenance(row, from: 7, &last))
        } else {
            broken.append("an attachment of \(row.requiredText(0))/\(row.requiredText(1))")
        }
    }
    if let first = broken.sorted().first {
        throw .corrupt(place: database.place, reason: "the inventory's row of \(first) cannot be read")
    }
    return state
}

private func appliedObject(_ row: Statement, _ last: inout LastProvenance) -> AppliedObject? {
    guard let kind = Kind(rawValue: row.requiredText(0)),
        let fields = FieldMap<DesiredValue>(parsing: row.withBytes(3) { Array($0) }, kind: kind),
        let lists = row.isEmptyObject(4)
            ? [:] : storedJSON(row.requiredText(4)).flatMap([EdgeList: AppliedList].init(json:))
    else { return nil }
    return AppliedObject(
        Address(kind, row.requiredText(1)), id: row.requiredText(2), fields: fields, lists: lists,
        protect: row.text(5), provenance: provenance(row, from: 6, &last))
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
    _ row: Statement, from column: Int, _ last: inout LastProvenance
) -> Provenance {
    if !row.hasText(last.commit, at: column) { last.commit = row.requiredText(column) }
    if !row.hasText(last.file, at: column + 1) { last.file = row.requiredText(column + 1) }
    return Provenance(
        commit: last.commit, file: last.file, line: Int(row.requiredInteger(column + 2)))
}

/// What the last row was applied from: most rows come from one commit, and neighbours from one file. Their texts are
/// made once.
private struct LastProvenance {
    var commit = ""
    var file = ""
}

extension Statement {
    /// Whether the column's text is `{}`.
    fileprivate func isEmptyObject(_ column: Int) -> Bool { hasText("{}", at: column) }

    /// Whether the column has the bytes of `text`.
    fileprivate func hasText(_ text: String, at column: Int) -> Bool {
        var text = text
        return withBytes(column) { bytes in
            text.withUTF8 { text in
                guard bytes.count == text.count else { return false }
                guard let a = bytes.baseAddress, let b = text.baseAddress else { return true }
                return memcmp(a, b, text.count) == 0
            }
        }
    }
}
