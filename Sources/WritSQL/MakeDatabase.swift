internal import Glibc
internal import WritStore

/// Makes a new database whole or not at all: in a file of another name, which gets its own when it is done.
///
/// SQLite's first transaction in a new file has a rollback journal. A process that is killed in it would
/// leave a file that only a writer can put right, and readers could not tell from a damaged one. Two
/// processes may do this at once: the first name counts, and the other's file is dropped.
///
/// - Parameter lineage: a random text, which names the file while it is being made.
func makeDatabase(
    at path: String, account: String, lineage: String, busyMilliseconds: Int32
) throws(StoreError) {
    let draft = path + ".making-" + lineage.prefix(16)
    defer { for suffix in ["", "-journal", "-wal", "-shm"] { unlink(draft + suffix) } }
    do throws(StoreError) {
        let database = try Database(path: draft, .readWrite, busyMilliseconds: busyMilliseconds)
        try Schema.prepare(database, account: account, lineage: lineage)
    } catch {
        throw error.named(path, insteadOf: draft)
    }
    // A link never replaces what is there. Where a file system has none, a rename has to do.
    if link(draft, path) != 0, errno != EEXIST, rename(draft, path) != 0 {
        throw .cannotOpen(place: path, reason: String(cString: strerror(errno)))
    }
    synchronizeFolder(of: path)
}

/// Makes the new name survive a loss of power, where the file system can.
private func synchronizeFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
}

extension StoreError {
    /// The same error under the name that the user knows.
    fileprivate func named(_ path: String, insteadOf draft: String) -> StoreError {
        switch self {
        case .cannotOpen(draft, let reason): .cannotOpen(place: path, reason: reason)
        case .busy(draft): .busy(place: path)
        case .corrupt(draft, let reason): .corrupt(place: path, reason: reason)
        case .readOnly(draft): .readOnly(place: path)
        case .full(draft): .full(place: path)
        case .io(draft, let reason): .io(place: path, reason: reason)
        default: self
        }
    }
}
