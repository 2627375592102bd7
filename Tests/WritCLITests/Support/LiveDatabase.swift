import CSQLite
import Foundation

/// A store's database as another program sees it: SQL by hand, through the C library.
final class LiveDatabase {
    private let handle: OpaquePointer

    /// Opens an existing database.
    init(_ path: String) throws {
        var handle: OpaquePointer?
        let code = sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE, nil)
        guard code == SQLITE_OK, let handle else {
            sqlite3_close_v2(handle)
            throw SQLFailure(message: String(cString: sqlite3_errstr(code)))
        }
        self.handle = handle
        sqlite3_busy_timeout(handle, 10_000)
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements; they have to work.
    func run(_ script: String) throws {
        guard sqlite3_exec(handle, script, nil, nil, nil) == SQLITE_OK else { throw failure }
    }

    /// The rows of a query, each as its columns' texts joined with `|`.
    func rows(_ query: String) throws -> [String] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, query, -1, &statement, nil) == SQLITE_OK else { throw failure }
        defer { sqlite3_finalize(statement) }
        var rows: [String] = []
        while true {
            let code = sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure }
            let columns = (0..<sqlite3_column_count(statement)).map { column in
                sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
            }
            rows.append(columns.joined(separator: "|"))
        }
    }

    /// All of the live state by names instead of ids, in order: what IAM is, whoever wrote it how often.
    func liveState() throws -> [String] {
        try Self.stateQueries.flatMap { try rows($0) }
    }

    private static let stateQueries = [
        """
        SELECT 'user', name, display_name, description, email, phone, enabled, console_enabled,
            console_reset_at_next_login, programmatic, access_keys_max, access_keys_max_age_days
        FROM users ORDER BY name
        """,
        """
        SELECT 'protection', u.name, p.word FROM user_console_protection p JOIN users u ON u.id = p.user_id
        ORDER BY 2, 3
        """,
        """
        SELECT 'operation', u.name, p.word FROM user_operation_protection p JOIN users u ON u.id = p.user_id
        ORDER BY 2, 3
        """,
        "SELECT 'group', name, display_name, description FROM groups ORDER BY name",
        "SELECT 'policy', name, description, document FROM policies ORDER BY name",
        """
        SELECT 'agency', name, description, trust_policy, duration, max_session_seconds FROM agencies
        ORDER BY name
        """,
        """
        SELECT 'trust', a.name, t.sort, t.name FROM agency_trust t JOIN agencies a ON a.id = t.agency_id
        ORDER BY 2, 3, 4
        """,
        """
        SELECT 'password policy', name, minimum_length, minimum_character_classes, maximum_repeats,
            forbid_user_name, validity_days, minimum_age_minutes, history FROM password_policy
        """,
        "SELECT 'class', word FROM password_policy_required_classes ORDER BY word",
        """
        SELECT 'member', g.name, u.name FROM memberships m JOIN users u ON u.id = m.user_id
        JOIN groups g ON g.id = m.group_id ORDER BY 2, 3
        """,
        """
        SELECT 'attached', principal_kind, coalesce(u.name, g.name, a.name),
            coalesce(p.name, t.system_policy), scope, scope_name, expires_at
        FROM attachments t LEFT JOIN policies p ON p.id = t.policy_id
        LEFT JOIN users u ON principal_kind = 'user' AND u.id = principal_id
        LEFT JOIN groups g ON principal_kind = 'group' AND g.id = principal_id
        LEFT JOIN agencies a ON principal_kind = 'agency' AND a.id = principal_id ORDER BY 2, 3, 4, 5, 6
        """,
    ]

    private var failure: SQLFailure { SQLFailure(message: String(cString: sqlite3_errmsg(handle))) }
}

/// What SQLite answers to a statement that does not work.
struct SQLFailure: Error {
    var message: String
}
