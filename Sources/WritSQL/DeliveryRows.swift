internal import WritModel
internal import WritPlan
internal import WritStore

/// The rows of credentials on their way. Call it in a transaction.
struct DeliveryRows {
    let database: Database

    /// Keeps a credential until it is handed over.
    func add(_ sealed: SealedCredential, at now: Instant) throws(StoreError) {
        try database.run(
            "INSERT INTO deliveries (user, credential, id, armored, made_at) VALUES (?, ?, ?, ?, ?)",
            [
                .text(sealed.user.name), .text(JSONValue.object(sealed.order.members).compactText),
                .text(sealed.id), .text(sealed.armored), .integer(now.epochSeconds),
            ])
    }

    /// Those that were not handed over yet, oldest first.
    ///
    /// - Throws: ``StoreError/corrupt(place:reason:)`` for one that nobody can read.
    func all() throws(StoreError) -> [SealedCredential] {
        var result: [SealedCredential] = []
        try database.each(
            "SELECT user, credential, id, armored FROM deliveries ORDER BY sequence"
        ) { row throws(StoreError) in
            guard let order = storedJSON(row.requiredText(1)).flatMap(CredentialOrder.init(json:)) else {
                throw .corrupt(
                    place: database.place,
                    reason: "a credential for user `\(row.requiredText(0))` in `deliveries` cannot be read")
            }
            result.append(
                SealedCredential(
                    user: Address(.user, row.requiredText(0)), order: order, id: row.requiredText(2),
                    armored: row.requiredText(3)))
        }
        return result
    }

    /// Forgets one that was handed over.
    func delete(_ sealed: SealedCredential) throws(StoreError) {
        try database.run(
            "DELETE FROM deliveries WHERE user = ? AND credential = ? AND id = ? AND armored = ?",
            [
                .text(sealed.user.name), .text(JSONValue.object(sealed.order.members).compactText),
                .text(sealed.id), .text(sealed.armored),
            ])
    }
}
