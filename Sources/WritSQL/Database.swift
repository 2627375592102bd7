internal import CSQLite
internal import CShims
internal import Glibc
internal import WritStore

/// A connection to a SQLite database: the owner of one `sqlite3`.
///
/// Used by one thread at a time; its owner is an actor with an executor of its own, because every
/// call may block on the disk or on another program's lock.
final class Database {
    /// How a connection is opened.
    enum Access {
        /// Makes the file where there is none.
        case readWrite
        /// Shares locks with writers. SQLite makes a `-shm` and an empty `-wal` file beside a
        /// database in WAL mode where they are missing, and leaves them there.
        case readShared
        /// Takes the file for one that nobody writes to: touches nothing else and takes no lock.
        case readUntouched
    }

    private let handle: OpaquePointer
    /// The path, for errors.
    let place: String
    private var statements: [String: Statement] = [:]

    /// Opens the file at `path`.
    ///
    /// - Parameter busyMilliseconds: how long a call waits for other programs' locks.
    init(path: String, _ access: Access, busyMilliseconds: Int32) throws(StoreError) {
        guard !isFolder(path) else { throw .cannotOpen(place: path, reason: "it is a folder") }
        var flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI
        flags |= access == .readWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY
        let address = fileURI(path) + (access == .readUntouched ? "?immutable=1" : "")
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(address, &handle, flags, nil)
        guard code == SQLITE_OK, let handle else {
            // A handle may come with an error, to be asked for the message and closed.
            let message = String(cString: handle.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code))
            sqlite3_close_v2(handle)
            throw storeError(code, message: message, place: path)
        }
        self.handle = handle
        self.place = path
        sqlite3_busy_timeout(handle, busyMilliseconds)
        try configure()
    }

    deinit {
        statements.removeAll()
        sqlite3_close_v2(handle)
    }

    /// Every row that this connection wrote since it was opened, in any table and by any trigger.
    var rowsWritten: Int { Int(sqlite3_total_changes64(handle)) }

    /// Whether the file, its folder or its file system cannot be written.
    var isReadOnly: Bool { sqlite3_db_readonly(handle, "main") == 1 }

    /// Keeps transactions in a log beside the file, durable at every commit. Readers and a writer then
    /// do not wait for each other. While others use the file in another mode, it stays as it is.
    func useWriteAheadLog() throws(StoreError) {
        do throws(StoreError) {
            try run("PRAGMA journal_mode = WAL")
        } catch .busy {
        }
        try run("PRAGMA synchronous = FULL")
    }

    /// Runs the statements in `script`, which has no parameters.
    func run(script: String) throws(StoreError) {
        let code = sqlite3_exec(handle, script, nil, nil, nil)
        if code != SQLITE_OK { throw failure(code) }
    }

    /// Runs a statement that answers no rows, or whose rows do not matter. Prepared once.
    func run(_ sql: String, _ values: [Binding] = []) throws(StoreError) {
        try each(sql, values) { _ in }
    }

    /// Runs a statement and calls `body` at each row. Prepared once; the same text cannot be
    /// running twice at a time.
    func each(
        _ sql: String, _ values: [Binding] = [], _ body: (Statement) throws(StoreError) -> Void
    ) throws(StoreError) {
        let statement = try prepared(sql)
        defer { statement.reset() }
        try statement.bind(values)
        while try statement.step() { try body(statement) }
    }

    /// The first row of a statement, transformed; `nil` where it answers none.
    func first<Result>(
        _ sql: String, _ values: [Binding] = [], _ body: (Statement) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        let statement = try prepared(sql)
        defer { statement.reset() }
        try statement.bind(values)
        guard try statement.step() else { return nil }
        return try body(statement)
    }

    /// Runs `body` in a transaction that sees one state of the database and takes no write lock.
    func reading<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try transaction("BEGIN", body)
    }

    /// Runs `body` in a transaction that holds the write lock from its start. It is durable when
    /// this returns, and without any effect when this throws.
    func writing<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try transaction("BEGIN IMMEDIATE", body)
    }

    /// Runs `body` inside a transaction, which can go on when this throws: `body` had no effect then.
    func attempting<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try run("SAVEPOINT attempt")
        do {
            let result = try body()
            try run("RELEASE attempt")
            return result
        } catch {
            if isInTransaction {
                try run("ROLLBACK TO attempt")
                try run("RELEASE attempt")
            }
            throw error
        }
    }

    /// Whether a transaction is open; some failures end it.
    var isInTransaction: Bool { sqlite3_get_autocommit(handle) == 0 }

    private func transaction<Result>(
        _ begin: String, _ body: () throws(StoreError) -> Result
    ) throws(StoreError) -> Result {
        try run(begin)
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            // Some failures have already rolled back; then there is nothing left to do.
            if isInTransaction { try? run("ROLLBACK") }
            throw error
        }
    }

    private func prepared(_ sql: String) throws(StoreError) -> Statement {
        if let statement = statements[sql] {
            precondition(!statement.isBusy, "a statement is not used inside its own rows")
            return statement
        }
        let statement = try Statement(sql, in: handle, place: place)
        statements[sql] = statement
        return statement
    }

    /// A database file is input: its schema may not call functions with side effects nor touch the
    /// file's own structure.
    private func configure() throws(StoreError) {
        for (option, value) in [
            (SQLITE_DBCONFIG_DEFENSIVE, Int32(1)), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
            (SQLITE_DBCONFIG_ENABLE_FKEY, 1), (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0),
        ] {
            let code = writ_sqlite_db_config(UnsafeMutableRawPointer(handle), option, value)
            if code != SQLITE_OK { throw failure(code) }
        }
        // In KiB: edges are joined with objects in random order, which the default of 2 MB reads twice.
        try run(script: "PRAGMA cache_size = -65536")
    }

    private func failure(_ code: Int32) -> StoreError {
        storeError(code, message: String(cString: sqlite3_errmsg(handle)), place: place)
    }
}

/// Whether `path` is a folder: SQLite opens one for reading, and fails only at the first read with words
/// of another problem.
private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The path as a `file:` URI, with what a URI gives a meaning to written as `%` and two digits.
private func fileURI(_ path: String) -> String {
    var bytes = Array((path.hasPrefix("/") ? "file://" : "file:").utf8)
    for byte in path.utf8 {
        switch byte {
        case UInt8(ascii: "%"): bytes += "%25".utf8
        case UInt8(ascii: "?"): bytes += "%3f".utf8
        case UInt8(ascii: "#"): bytes += "%23".utf8
        default: bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
