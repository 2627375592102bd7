internal import WritModel
internal import WritStore

/// The ledger's one row: account, lineage, serial, last token, last revision.
struct MetaRows {
    let database: Database

    /// The account that the database is for.
    func account() throws(StoreError) -> String? {
        try database.first("SELECT account FROM ledger_meta") { row in row.requiredText(0) }
    }

    /// Counts a write to the ledger.
    func raiseSerial() throws(StoreError) {
        try database.run("UPDATE ledger_meta SET serial = serial + 1")
    }

    /// A token higher than any before, of leases that are long gone among them.
    func nextToken() throws(StoreError) -> FencingToken {
        let value = try database.first(
            "UPDATE ledger_meta SET last_token = last_token + 1 RETURNING last_token"
        ) { row in row.requiredInteger(0) }
        guard let value else { preconditionFailure("the ledger has its one row") }
        return FencingToken(value)
    }

    /// Reads lineage, serial and revision into `state`.
    func read(into state: inout AppliedState) throws(StoreError) {
        let found = try database.first(
            """
            SELECT lineage, serial, revision_commit, revision_at, revision_manifest_count,
                revision_paths, revision_guards FROM ledger_meta
            """
        ) { row in
            (lineage: row.requiredText(0), serial: Int(row.requiredInteger(1)), revision: revision(row))
        }
        state.lineage = found?.lineage
        state.serial = found?.serial ?? 0
        state.revision = found?.revision
    }

    /// Takes down that the whole of a commit is applied.
    func write(_ revision: AppliedRevision) throws(StoreError) {
        try database.run(
            """
            UPDATE ledger_meta SET revision_commit = ?, revision_at = ?, revision_manifest_count = ?,
                revision_paths = ?, revision_guards = ?
            """,
            [
                .text(revision.commit), .integer(revision.at.epochSeconds),
                .integer(Int64(revision.manifestCount)),
                .text(JSONValue.array(revision.paths.map(JSONValue.string)).compactText),
                .text(storedForm(revision.guards).compactText),
            ])
    }

    private func revision(_ row: Statement) -> AppliedRevision? {
        guard let commit = row.text(2) else { return nil }
        let paths = storedJSON(row.requiredText(5))?.array?.compactMap(\.string) ?? []
        return AppliedRevision(
            commit: commit, at: Instant(epochSeconds: row.requiredInteger(3)),
            manifestCount: Int(row.requiredInteger(4)), paths: paths,
            guards: guardSettings(storedJSON(row.requiredText(6)) ?? .null))
    }
}

/// JSON that this program wrote; `nil` where somebody has broken it.
func storedJSON(_ text: String) -> JSONValue? { try? JSONValue(parsing: Array(text.utf8)) }

private func storedForm(_ guards: GuardSettings) -> JSONValue {
    [
        "removedObjects": storedForm(guards.removedObjects),
        "removedEdges": storedForm(guards.removedEdges),
        "updatedObjects": storedForm(guards.updatedObjects),
    ]
}

private func storedForm(_ limit: Limit) -> JSONValue {
    [
        "floor": .integer(limit.floor), "percent": .integer(limit.percent),
        "ceiling": limit.ceiling.map(JSONValue.integer) ?? .null,
    ]
}

/// The stored settings; what is missing or broken takes the default.
private func guardSettings(_ json: JSONValue) -> GuardSettings {
    var guards = GuardSettings()
    guards.removedObjects = limit(json["removedObjects"]) ?? guards.removedObjects
    guards.removedEdges = limit(json["removedEdges"]) ?? guards.removedEdges
    guards.updatedObjects = limit(json["updatedObjects"]) ?? guards.updatedObjects
    return guards
}

private func limit(_ json: JSONValue?) -> Limit? {
    guard let floor = json?["floor"]?.integer, let percent = json?["percent"]?.integer else { return nil }
    return Limit(floor: floor, percent: percent, ceiling: json?["ceiling"]?.integer)
}
