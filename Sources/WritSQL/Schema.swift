internal import WritModel
internal import WritStore

/// The database's layout and how it came about.
enum Schema {
    /// Marks a database as ours in its header: `Writ` in ASCII. SQLite's `file` magic shows it.
    static let applicationID: Int64 = 0x5772_6974

    /// Every change of the layout, in order. Migration `n` leads from schema number `n` to `n + 1`.
    /// What has been released is never edited: a change is a new script at the end.
    static let migrations: [String] = [
        firstMigration, securitySettingsAndProjects, identityProviders, credentials, userPasswords,
        confirmations, reservedObjects,
    ]

    /// The schema number that this program writes.
    static var current: Int { migrations.count }

    /// What a file turned out to be.
    enum State: Equatable {
        /// No tables: a new file.
        case empty
        /// Ours, at this schema number.
        case schema(Int)
    }

    /// What the database behind `database` is. Call it in a transaction: another process may be making it.
    ///
    /// - Throws: ``StoreError/notOurs(place:)``, ``StoreError/newerSchema(place:found:supported:)``.
    static func state(of database: Database) throws(StoreError) -> State {
        let application = try integer("PRAGMA application_id", in: database)
        let tables = try integer("SELECT count(*) FROM sqlite_schema", in: database)
        if application == 0, tables == 0 { return .empty }
        guard application == applicationID else { throw .notOurs(place: database.place) }
        let found = Int(try integer("PRAGMA user_version", in: database))
        guard found <= current else {
            throw .newerSchema(place: database.place, found: found, supported: current)
        }
        return .schema(found)
    }

    /// Makes the database ready for `account`: a new one gets its tables, an older one is migrated.
    ///
    /// - Throws: ``StoreError/wrongAccount(expected:found:)``, ``StoreError/readOnly(place:)``, and
    ///   what ``state(of:)`` throws; the file is left as it was.
    static func prepare(
        _ database: Database, account: String, lineage: String
    ) throws(StoreError) {
        if database.isReadOnly { throw .readOnly(place: database.place) }
        let found = try database.reading { () throws(StoreError) in try state(of: database) }
        if found != .schema(current) {
            // Looked at again under the lock: another process may be doing the same.
            try database.writing { () throws(StoreError) in
                switch try state(of: database) {
                case .empty: try create(in: database, account: account, lineage: lineage)
                case .schema(let found):
                    try check(account, in: database)
                    try migrate(database, from: found)
                }
            }
        }
        try check(account, in: database)
        try database.useWriteAheadLog()
    }

    private static func check(_ account: String, in database: Database) throws(StoreError) {
        let found = try MetaRows(database: database).account() ?? ""
        guard found == account else { throw .wrongAccount(expected: account, found: found) }
    }

    /// Brings the database from schema number `found` to the current one. Call it in a transaction.
    private static func migrate(_ database: Database, from found: Int) throws(StoreError) {
        for migration in migrations[found...] { try database.run(script: migration) }
        try database.run(script: "PRAGMA user_version = \(current)")
    }

    /// Makes the tables of a new account, which keeps the system policies of this day until a migration
    /// brings others. Call it in a transaction.
    private static func create(
        in database: Database, account: String, lineage: String
    ) throws(StoreError) {
        try database.run(script: "PRAGMA application_id = \(applicationID)")
        try migrate(database, from: 0)
        try database.run(
            "INSERT INTO ledger_meta (account, lineage) VALUES (?, ?)", [.text(account), .text(lineage)])
        for (name, document) in SystemPolicies.all.sorted(by: { $0.key < $1.key }) {
            try database.run(
                "INSERT INTO system_policies (name, document) VALUES (?, ?)",
                [.text(name), .text(document.text)])
        }
        try database.run(script: systemPoliciesAreReadOnly)
    }

    private static func integer(_ sql: String, in database: Database) throws(StoreError) -> Int64 {
        try database.first(sql) { row in row.requiredInteger(0) } ?? 0
    }
}
