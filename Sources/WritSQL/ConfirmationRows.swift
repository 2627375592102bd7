internal import WritModel
internal import WritStore

/// The rows of what waits to be confirmed. Call it in a transaction.
struct ConfirmationRows {
    let database: Database

    /// What waits, by the id of its user.
    func byUser(_ selection: ObjectReader.Selection) throws(StoreError) -> [String: [AwaitedConfirmation]] {
        let (condition, values) = selection.condition(id: "user_id", objects: "users")
        var awaited: [String: [AwaitedConfirmation]] = [:]
        try database.each(
            """
            SELECT user_id, field, value, requested_at, expires_at, withdrawn_at FROM confirmations\(condition)
            """, values
        ) { row in
            // Other words are no row: a check of the table keeps them out.
            guard let field = Field(rawValue: row.requiredText(1)) else { return }
            awaited[row.requiredText(0), default: []].append(
                AwaitedConfirmation(
                    field, row.requiredText(2), requestedAt: Instant(epochSeconds: row.requiredInteger(3)),
                    until: Instant(epochSeconds: row.requiredInteger(4)),
                    withdrawnAt: row.integer(5).map(Instant.init(epochSeconds:))))
        }
        return awaited
    }

    /// Which of `fields` can be written at once, and which a person has to confirm.
    ///
    /// - Parameter live: what is in force, without what waits; a value that is in force needs no confirmation.
    func split(
        _ fields: FieldMap<Value>, live: FieldMap<Value>
    ) throws(StoreError) -> (direct: FieldMap<Value>, asked: FieldMap<Value>) {
        var direct = fields
        var asked: FieldMap<Value> = [:]
        for (field, value) in fields where field.confirmationSeconds != nil && live[field] != value {
            guard try seconds(for: field) > 0 else { continue }
            direct[field] = nil
            asked[field] = value
        }
        return (direct, asked)
    }

    /// Asks the user for each of `asked`, and takes back what was asked before about these and about `direct`.
    func ask(
        for asked: FieldMap<Value>, besides direct: FieldMap<Value>, of user: String, at now: Instant
    ) throws(StoreError) {
        for field in asked.fields + direct.fields where field.confirmationSeconds != nil {
            // Of invitations a user has one at most.
            for other in field.isInvitation ? Field.invitations : [field] {
                try database.run(
                    "DELETE FROM confirmations WHERE user_id = ? AND field = ?",
                    [.text(user), .text(other.rawValue)])
            }
        }
        for (field, value) in asked {
            guard case .text(let text) = value else { continue }
            let end = now.epochSeconds + (try seconds(for: field))
            try database.run(
                """
                INSERT INTO confirmations (user_id, field, value, requested_at, expires_at)
                VALUES (?, ?, ?, ?, ?)
                """,
                [
                    .text(user), .text(field.rawValue), .text(text), .integer(now.epochSeconds),
                    .integer(end),
                ])
        }
    }

    /// For how long a message can be answered; 0 for a field that needs no answer.
    private func seconds(for field: Field) throws(StoreError) -> Int64 {
        let column = field.isInvitation ? "invitation_seconds" : "contact_seconds"
        return try database.first("SELECT \(column) FROM confirmation_rules") { row in
            row.requiredInteger(0)
        } ?? 0
    }
}
