import WritModel
import WritStore
import WritTestKit

@testable import WritSQL

/// Somebody with SQLite's own shell: foreign keys off, and no thought of versions.
struct HandEditor {
    let database: Database

    init(path: String) throws {
        database = try Database(path: path, .readWrite, busyMilliseconds: 1000)
        try database.run(script: "PRAGMA foreign_keys = OFF")
    }

    func run(_ sql: String) throws { try database.run(script: sql) }

    func integer(_ sql: String) throws -> Int64? {
        try database.first(sql) { row in row.integer(0) } ?? nil
    }

    func text(_ sql: String) throws -> String? {
        try database.first(sql) { row in row.text(0) } ?? nil
    }

    func apply(_ edit: ForeignEdit) throws {
        switch edit {
        case .addObject(let address, let fields):
            let columns = ["name"] + fields.map { column($0.field) }
            let values = [literal(address.name)] + fields.map { literal($0.value) }
            try run(
                "INSERT INTO \(table(address.kind)) (\(columns.joined(separator: ", "))) "
                    + "VALUES (\(values.joined(separator: ", ")))")
        case .setField(let address, .consoleProtection, .list(let items)?):
            try run("DELETE FROM user_console_protection WHERE user_id = \(id(address))")
            for case .word(let word) in items {
                try run("INSERT INTO user_console_protection VALUES (\(id(address)), \(literal(word)))")
            }
        case .setField(let address, let field, let value):
            let text = value.map(literal) ?? "NULL"
            try run(
                "UPDATE \(table(address.kind)) SET \(column(field)) = \(text) "
                    + "WHERE name = \(literal(address.name))")
        case .rename(let address, let name):
            try run(
                "UPDATE \(table(address.kind)) SET name = \(literal(name)) "
                    + "WHERE name = \(literal(address.name))")
        case .removeObject(let address):
            try run("DELETE FROM \(table(address.kind)) WHERE name = \(literal(address.name))")
        case .addAccessKey(let user, let key):
            try run(
                "INSERT INTO access_keys (id, user_id, name, generation, created_at) VALUES (\(literal(key.id)), "
                    + "\(id(user)), \(literal(key.name)), \(key.generation), \(key.createdAt.epochSeconds))")
        case .confirmContacts: try run("UPDATE confirmation_rules SET contact_seconds = 86400")
        case .ask(let user, let awaited):
            try run(
                "INSERT OR REPLACE INTO confirmations (user_id, field, value, requested_at, expires_at) VALUES ("
                    + "\(id(user)), '\(awaited.field.rawValue)', \(literal(awaited.value)), "
                    + "\(awaited.requestedAt.epochSeconds), \(awaited.until.epochSeconds))")
        case .confirm(let user, let field):
            try run(
                "UPDATE confirmations SET confirmed_at = requested_at + 1 "
                    + "WHERE user_id = \(id(user)) AND field = '\(field.rawValue)'")
        case .withdraw(let user, let field, let moment):
            try run(
                "UPDATE confirmations SET withdrawn_at = \(moment.epochSeconds) "
                    + "WHERE user_id = \(id(user)) AND field = '\(field.rawValue)'")
        case .setMFADevices(let user, let devices):
            try run("UPDATE confirmation_rules SET records_mfa_devices = 1")
            try run("DELETE FROM mfa_devices WHERE user_id = \(id(user))")
            for device in devices {
                let bound = device.boundAt.map { "\($0.epochSeconds)" } ?? "NULL"
                try run(
                    "INSERT INTO mfa_devices VALUES (\(id(user)), \(literal(device.id)), '\(device.sort.rawValue)', \(bound))"
                )
            }
        case .removeAccessKey(_, let id): try run("DELETE FROM access_keys WHERE id = \(literal(id))")
        case .reserve(let address, let reservation):
            let table = "\"\(KindTable.of(address.kind).name)\""
            let object = "(SELECT id FROM \(table) WHERE name = \(literal(address.name)))"
            try run("DELETE FROM reserved_objects WHERE object_id = \(object)")
            if let reservation {
                try run(
                    "INSERT INTO reserved_objects (kind, object_id, reason) VALUES "
                        + "('\(address.kind.rawValue)', \(object), '\(reservation.rawValue)')")
            }
        case .addMembership(let edge):
            try run(
                "INSERT INTO memberships (user_id, group_id) VALUES "
                    + "(\(id(Address(.user, edge.user))), \(id(Address(.group, edge.group))))")
        case .removeMembership(let edge):
            try run(
                "DELETE FROM memberships WHERE user_id = \(id(Address(.user, edge.user))) "
                    + "AND group_id = \(id(Address(.group, edge.group)))")
        case .addAttachment(let key, let expires):
            try run(
                """
                INSERT INTO attachments (principal_kind, principal_id, policy_id, scope, scope_name,
                expires_at) VALUES ('\(key.principal.kind.rawValue)', \(id(key.principal)),
                \(id(Address(.policy, key.policy.name))), '\(key.scope.word)', '\(key.scope.name)',
                \(expires.map { "\($0.end.epochSeconds)" } ?? "NULL"))
                """)
        case .setExpiry(let key, let expires):
            try run(
                "UPDATE attachments SET expires_at = \(expires.map { "\($0.end.epochSeconds)" } ?? "NULL") "
                    + "WHERE principal_id = \(id(key.principal))")
        case .removeAttachment(let key):
            try run("DELETE FROM attachments WHERE principal_id = \(id(key.principal))")
        }
    }

    private func table(_ kind: Kind) -> String {
        ["user": "users", "group": "groups", "policy": "policies", "agency": "agencies"][kind.rawValue]
            ?? "password_policy"
    }

    /// The few columns that the edits of the script name.
    private func column(_ field: Field) -> String {
        field == .displayName ? "display_name" : field.rawValue
    }

    private func id(_ address: Address) -> String {
        "(SELECT id FROM \(table(address.kind)) WHERE name = \(literal(address.name)))"
    }

    private func literal(_ value: Value) -> String {
        switch value {
        case .text(let text): literal(text)
        case .integer(let number): "\(number)"
        case .boolean(let flag): flag ? "1" : "0"
        case .document(let document): literal(document.text)
        case .list, .credential: "NULL"
        }
    }

    private func literal(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
}
