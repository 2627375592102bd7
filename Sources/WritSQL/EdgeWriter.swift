internal import WritModel
internal import WritStore

/// Writes memberships and attachments. What it is called with has been checked; call it in a
/// transaction.
struct EdgeWriter {
    /// What an attachment's row names a policy by.
    enum PolicyKey {
        case custom(id: String)
        case system(name: String)
    }

    let database: Database
    let now: Instant

    /// Puts the user with that id into the group with that id.
    func join(user: String, group: String) throws(StoreError) {
        try database.run(
            "INSERT INTO memberships (user_id, group_id, created_at, updated_at) VALUES (?1, ?2, ?3, ?3)",
            [.text(user), .text(group), .integer(now.epochSeconds)])
    }

    /// Takes the user out of the group, both by name.
    func leave(_ edge: Membership) throws(StoreError) {
        try database.run(
            """
            DELETE FROM memberships WHERE user_id = (SELECT id FROM users WHERE name = ?)
            AND group_id = (SELECT id FROM groups WHERE name = ?)
            """, [.text(edge.user), .text(edge.group)])
    }

    /// Attaches the policy; `nil` never expires.
    func attach(
        _ principal: ObservedObject, _ policy: PolicyKey, _ scope: Scope, _ expires: Expiry?
    ) throws(StoreError) {
        let (custom, system): (Binding, Binding) =
            switch policy {
            case .custom(let id): (.text(id), .null)
            case .system(let name): (.null, .text(name))
            }
        try database.run(
            """
            INSERT INTO attachments (principal_kind, principal_id, policy_id, system_policy, scope,
                scope_name, expires_at, created_at, updated_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)
            """,
            [
                .text(principal.address.kind.rawValue), .text(principal.id), custom, system,
                .text(scope.word), .text(scope.name), .optional(expires?.end.epochSeconds),
                .integer(now.epochSeconds),
            ])
    }

    /// Gives the attachment with that id another expiry.
    func setExpiry(of id: String, to expires: Expiry?) throws(StoreError) {
        try database.run(
            "UPDATE attachments SET version = version + 1, updated_at = ?, expires_at = ? WHERE id = ?",
            [.integer(now.epochSeconds), .optional(expires?.end.epochSeconds), .text(id)])
    }

    /// Removes the attachment with that id.
    func detach(_ id: String) throws(StoreError) {
        try database.run("DELETE FROM attachments WHERE id = ?", [.text(id)])
    }
}
