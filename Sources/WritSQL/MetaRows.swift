internal import WritModel
internal import WritPlan
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
    ///
    /// - Throws: ``StoreError/corrupt(place:reason:)`` for a revision that nobody can read.
    func read(into state: inout AppliedState) throws(StoreError) {
        let found = try database.first(
            """
            SELECT lineage, serial, revision_commit, revision_at, revision_manifest_count,
                revision_paths, revision_guards FROM ledger_meta
            """
        ) { row throws(StoreError) in
            let serial = Int(row.requiredInteger(1))
            return (lineage: row.requiredText(0), serial: serial, revision: try revision(row))
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
                .text(revision.guards.json.compactText),
            ])
    }

    private func revision(_ row: Statement) throws(StoreError) -> AppliedRevision? {
        guard let commit = row.text(2) else { return nil }
        guard let paths = storedJSON(row.requiredText(5))?.array?.parsed(\.string),
            let guards = storedJSON(row.requiredText(6)).flatMap(GuardSettings.init(json:))
        else {
            throw .corrupt(place: database.place, reason: "the last applied revision cannot be read")
        }
        return AppliedRevision(
            commit: commit, at: Instant(epochSeconds: row.requiredInteger(3)),
            manifestCount: Int(row.requiredInteger(4)), paths: paths, guards: guards)
    }
}

/// JSON that this program wrote; `nil` where somebody has broken it.
func storedJSON(_ text: String) -> JSONValue? { try? JSONValue(parsing: Array(text.utf8)) }
