internal import CSQLite
internal import WritStore

/// The store error that a SQLite result code stands for: the one place where codes become errors.
///
/// - Parameters:
///   - code: an extended result code; what is not named here falls back to its primary code.
///   - message: SQLite's own words, read right after the call that failed.
func storeError(_ code: Int32, message: String, place: String) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED:
        .busy(place: place)
    case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT:
        .corrupt(place: place, reason: message)
    case SQLITE_READONLY, SQLITE_PERM:
        .readOnly(place: place)
    case SQLITE_FULL:
        .full(place: place)
    case SQLITE_CANTOPEN, SQLITE_AUTH:
        .cannotOpen(place: place, reason: message)
    case SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH:
        // Our statements are fixed: one fails to compile only where somebody changed the tables.
        .corrupt(place: place, reason: message)
    case SQLITE_CONSTRAINT, SQLITE_TOOBIG:
        .refused(place: place, reason: message)
    default:
        // Input and output, memory: SQLite's words say which.
        .io(place: place, reason: message)
    }
}
