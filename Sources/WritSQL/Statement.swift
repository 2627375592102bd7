internal import CSQLite
internal import WritStore

/// A value bound to a parameter of a statement.
enum Binding: Hashable {
    case null
    case integer(Int64)
    case text(String)

    /// A text, or `NULL` for `nil`.
    static func optional(_ text: String?) -> Binding { text.map(Binding.text) ?? .null }

    /// An integer, or `NULL` for `nil`.
    static func optional(_ number: Int64?) -> Binding { number.map(Binding.integer) ?? .null }
}

/// A prepared statement: the owner of one `sqlite3_stmt`.
///
/// While rows are being read it is also the current row. Column numbers start at 0.
final class Statement {
    private let handle: OpaquePointer
    private let place: String

    /// Prepares the one statement in `sql`.
    init(_ sql: String, in connection: OpaquePointer, place: String) throws(StoreError) {
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else {
            throw storeError(code, message: String(cString: sqlite3_errmsg(connection)), place: place)
        }
        self.handle = handle
        self.place = place
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Binds `values` to the parameters in order. The texts are copied.
    func bind(_ values: [Binding]) throws(StoreError) {
        precondition(values.count == Int(sqlite3_bind_parameter_count(handle)), "each parameter is bound")
        for (index, value) in values.enumerated() {
            let position = Int32(index + 1)
            let code =
                switch value {
                case .null: sqlite3_bind_null(handle, position)
                case .integer(let number): sqlite3_bind_int64(handle, position, number)
                case .text(let text): bind(text, at: position)
                }
            if code != SQLITE_OK { throw failure(code) }
        }
    }

    /// Goes to the next row; `false` after the last.
    func step() throws(StoreError) -> Bool {
        let code = sqlite3_step(handle)
        switch code {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default: throw failure(code)
        }
    }

    /// Makes the statement ready for its next use, and gives its locks back.
    func reset() {
        // The code repeats what `step` has already answered.
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Whether rows are being read.
    var isBusy: Bool { sqlite3_stmt_busy(handle) != 0 }

    /// The column as text; `nil` for `NULL`. Bytes that are not UTF-8 become replacement characters.
    func text(_ column: Int) -> String? {
        isNull(column) ? nil : withBytes(column) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether the column is `NULL`.
    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    /// The bytes of the column's text, valid inside `body`; none for `NULL`.
    func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        // The text comes first: asking for it may change the number of bytes.
        let start = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return body(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
    }

    /// The column as an integer; `nil` for `NULL`.
    func integer(_ column: Int) -> Int64? {
        isNull(column) ? nil : sqlite3_column_int64(handle, Int32(column))
    }

    /// The text of a column that the schema declares `NOT NULL`.
    func requiredText(_ column: Int) -> String { text(column) ?? "" }

    /// The integer of a column that the schema declares `NOT NULL`.
    func requiredInteger(_ column: Int) -> Int64 { integer(column) ?? 0 }

    private func bind(_ text: String, at position: Int32) -> Int32 {
        // SQLITE_TRANSIENT, a macro that is not imported: SQLite copies the bytes in this call.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        var text = text
        return text.withUTF8 { bytes in
            // The pointer of an empty text may be null, and SQLite takes that for `NULL`.
            guard let start = bytes.baseAddress, !bytes.isEmpty else {
                return sqlite3_bind_text(handle, position, "", 0, copied)
            }
            return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                sqlite3_bind_text64(
                    handle, position, $0, UInt64(bytes.count), copied, UInt8(SQLITE_UTF8))
            }
        }
    }

    private func failure(_ code: Int32) -> StoreError {
        let connection = sqlite3_db_handle(handle)
        return storeError(code, message: String(cString: sqlite3_errmsg(connection)), place: place)
    }
}
