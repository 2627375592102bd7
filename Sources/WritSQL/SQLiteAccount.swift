internal import Glibc
internal import WritModel
package import WritStore

/// An account in a SQLite database: live tables and ledger in one file, so that a change, its journal
/// entry, the inventory and the audit chain are one transaction.
///
/// The database is in WAL mode with `synchronous=FULL`: what was answered as done survives a loss of
/// power. Other programs may read the tables, and people may edit them.
package actor SQLiteAccount {
    /// What the account is opened for.
    package enum Mode: Hashable, Sendable {
        /// Reads and never writes a byte of the database. A file that does not exist is an empty
        /// account and is not made.
        case readOnly
        /// Makes the database where there is none, for that account; `lineage` is a random text, which
        /// the ledger of a new database gets.
        case readWrite(account: String, lineage: String)
    }

    /// The path as it was given; errors name it.
    let path: String
    private let mode: Mode
    private let busyMilliseconds: Int32
    private var connection: Database?
    private var rowsWrittenByReaders = 0
    nonisolated let executor: QueueExecutor

    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        executor.asUnownedSerialExecutor()
    }

    /// Opens the database at `path`.
    ///
    /// - Parameter busySeconds: how long a call waits for other programs' locks.
    /// - Throws: ``StoreError``, among others `notOurs`, `newerSchema`, `wrongAccount`, `corrupt`,
    ///   `readOnly` and `cannotOpen`; the file is left as it was.
    package static func open(
        path: String, mode: Mode, busySeconds: Double = 5
    ) async throws(StoreError) -> SQLiteAccount {
        let account = SQLiteAccount(path: path, mode: mode, busySeconds: busySeconds)
        try await account.start()
        return account
    }

    private init(path: String, mode: Mode, busySeconds: Double) {
        self.path = path
        self.mode = mode
        self.busyMilliseconds = Int32(clamping: Int(busySeconds * 1000))
        self.executor = QueueExecutor(label: "writ.sqlite")
    }

    /// The account as the engine uses it.
    package nonisolated var account: Account { Account(store: self, ledger: self, executor: self) }

    /// Every row that this account's connections wrote since it was opened, in any table and by any
    /// trigger: a command that only reads leaves it at 0.
    package var rowsWritten: Int { (connection?.rowsWritten ?? 0) + rowsWrittenByReaders }

    /// Gives the database back; nothing can be done with the account afterwards. The last writer to
    /// close folds the `-wal` file into the database and removes it.
    package func close() {
        connection = nil
    }

    private func start() throws(StoreError) {
        switch mode {
        case .readOnly:
            _ = try reading { _ in }
        case .readWrite(let account, let lineage):
            if access(path, F_OK) != 0 {
                try makeDatabase(
                    at: path, account: account, lineage: lineage, busyMilliseconds: busyMilliseconds)
            }
            let database = try Database(path: path, .readWrite, busyMilliseconds: busyMilliseconds)
            try Schema.prepare(database, account: account, lineage: lineage)
            connection = database
        }
    }

    /// What `body` answers for one state of the database; `nil` where there is no database yet.
    func reading<Result>(
        _ body: (Database) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        if case .readOnly = mode {
            let file = ReadOnlyFile(path: path, busyMilliseconds: busyMilliseconds)
            return try file.read { database throws(StoreError) in
                defer { rowsWrittenByReaders += database.rowsWritten }
                return try body(database)
            }
        }
        let database = try openConnection()
        return try database.reading { () throws(StoreError) -> Result in try body(database) }
    }

    /// Runs `body` in one durable transaction.
    ///
    /// - Parameter token: of the lease that has to be held; `nil` for what needs none.
    /// - Throws: ``StoreError/leaseLost``, and whatever `body` throws; nothing was written then.
    func writing<Result>(
        _ token: FencingToken?, _ body: (Database) throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        if case .readOnly = mode { throw .readOnly(place: path) }
        let database = try openConnection()
        return try database.writing { () throws(StoreError) -> Result in
            if let token { try LeaseRows(database: database).check(token) }
            return try body(database)
        }
    }

    /// Whether it was opened for writing.
    var isWritable: Bool { mode != .readOnly }

    private func openConnection() throws(StoreError) -> Database {
        guard let connection else { throw .cannotOpen(place: path, reason: "it has been closed") }
        return connection
    }
}
