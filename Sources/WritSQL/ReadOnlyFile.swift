internal import CShims
internal import Glibc
internal import WritStore

/// A database file that is read without leaving a trace.
///
/// A database in WAL mode can be read with SQLite's own locking only through a `-shm` file, which a
/// reader makes and, being read-only, cannot remove. Most of the time no program has the database
/// open: then there is no `-wal` file or an empty one, all content is in the main file, and it is read
/// as a file that does not change. That nobody began to write meanwhile is checked afterwards by the
/// file's stamp; if somebody did, the result is thrown away and the read made again. While a writer is
/// at work or after one has crashed there is a filled `-wal` file, and SQLite's shared way is the only
/// right one: it uses (or, after a crash, makes) the `-shm` file. The database and the `-wal` file
/// themselves are never written.
struct ReadOnlyFile {
    let path: String
    /// How long a read waits for other programs' locks.
    let busyMilliseconds: Int32

    /// What `body` answers for one state of the database; `nil` where there is no database yet.
    func read<Result>(
        _ body: (Database) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        for _ in 0..<4 {
            guard let stamp = FileStamp(path) else { return nil }
            // What a large database holds becomes as many values, which are kept.
            if stamp.size > 4 << 20 { writ_expect_memory(28 << 20) }
            if stamp.hasLog { break }
            let answer: Swift.Result<Result?, StoreError>
            do throws(StoreError) {
                answer = .success(try read(.readUntouched, body))
            } catch {
                answer = .failure(error)
            }
            if FileStamp(path) == stamp { return try answer.get() }
        }
        do throws(StoreError) {
            return try read(.readShared, body)
        } catch .readOnly {
            // Only where somebody has switched the log off: a rollback journal needs a writer.
            throw .cannotOpen(
                place: path,
                reason: "a program was killed while it wrote, and only a writer, such as `sqlite3`, can "
                    + "take that back")
        }
    }

    private func read<Result>(
        _ access: Database.Access, _ body: (Database) throws(StoreError) -> Result
    ) throws(StoreError) -> Result? {
        let database = try Database(path: path, access, busyMilliseconds: busyMilliseconds)
        return try database.reading { () throws(StoreError) -> Result? in
            switch try Schema.state(of: database) {
            case .empty: nil
            case .schema(Schema.current): try body(database)
            case .schema(let found):
                throw .cannotOpen(
                    place: path,
                    reason: "it has schema \(found), which the next apply brings to \(Schema.current)")
            }
        }
    }
}

/// What tells that a database file and its companions have not been written to.
private struct FileStamp: Equatable {
    private var inode: UInt64 = 0
    private(set) var size: Int64 = 0
    private var seconds = 0
    private var nanoseconds = 0
    /// Whether a transaction may lie beside the file, in its log or rollback journal.
    private(set) var hasLog: Bool

    /// `nil` where there is no such file.
    init?(_ path: String) {
        var status = stat()
        if stat(path, &status) == 0 {
            inode = UInt64(status.st_ino)
            size = Int64(status.st_size)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        } else if errno == ENOENT {
            return nil
        }
        // Any other failure is left to SQLite, which has the words for it.
        hasLog = fileSize(path + "-wal") > 0 || fileSize(path + "-journal") > 0
    }
}

/// 0 for no file.
private func fileSize(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
