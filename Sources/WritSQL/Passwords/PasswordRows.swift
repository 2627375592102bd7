internal import WritModel
internal import WritStore

/// All that counts when a user's password is set or checked, as one state of the database has it.
struct PasswordSituation: Hashable {
    /// The password in use.
    struct Current: Hashable {
        var generation: Int
        var hash: String
        var setAt: Instant
        /// Whether its owner may do nothing but change it.
        var mustChange: Bool
    }

    var userID: String
    var owner: PasswordOwner
    /// Those of the account at this moment.
    var rules: PasswordRules
    var current: Current?
    /// The hashes of those before, the newest first.
    var earlier: [String]
}

/// The rows of users' passwords. Call it in a transaction.
struct PasswordRows {
    let database: Database

    /// How it is with the user of that name; `nil` where there is none.
    ///
    /// - Throws: ``StoreError/corrupt(place:reason:)`` where the account's rules cannot be told.
    func situation(of user: String) throws(StoreError) -> PasswordSituation? {
        var users = ObjectReader(.user, in: database)
        guard let found = try users.read(.named(user)).first else { return nil }
        let owner = PasswordOwner(
            user: user, phone: found.fields[.phone]?.text, email: found.fields[.email]?.text)
        var earlier: [String] = []
        try database.each(
            "SELECT hash FROM user_password_history WHERE user_id = ? ORDER BY id DESC", [.text(found.id)]
        ) { row in earlier.append(row.requiredText(0)) }
        return PasswordSituation(
            userID: found.id, owner: owner, rules: try rules(), current: try current(of: found.id),
            earlier: earlier)
    }

    /// The generations of the passwords that a manifest asked for, by their user's id.
    func generations(_ selection: ObjectReader.Selection) throws(StoreError) -> [String: Int] {
        let (condition, values) = selection.condition(id: "user_id", objects: "users")
        var generations: [String: Int] = [:]
        try database.each("SELECT user_id, generation FROM user_passwords\(condition)", values) { row in
            let generation = Int(row.requiredInteger(1))
            if generation > 0 { generations[row.requiredText(0)] = generation }
        }
        return generations
    }

    /// Puts `next` in the place of the password in use, which becomes the newest of the earlier ones. As many of those
    /// are kept as the rules tell apart.
    func replace(_ situation: PasswordSituation, with next: PasswordSituation.Current) throws(StoreError) {
        let user = Binding.text(situation.userID)
        if let current = situation.current {
            try database.run(
                "INSERT INTO user_password_history (user_id, hash, set_at) VALUES (?, ?, ?)",
                [user, .text(current.hash), .integer(current.setAt.epochSeconds)])
        }
        try database.run(
            """
            DELETE FROM user_password_history WHERE user_id = ?1 AND id NOT IN
                (SELECT id FROM user_password_history WHERE user_id = ?1 ORDER BY id DESC LIMIT ?2)
            """, [user, .integer(Int64(situation.rules.history))])
        try database.run(
            """
            INSERT INTO user_passwords (user_id, generation, hash, set_at, must_change) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (user_id) DO UPDATE SET generation = excluded.generation, hash = excluded.hash,
                set_at = excluded.set_at, must_change = excluded.must_change
            """,
            [
                user, .integer(Int64(next.generation)), .text(next.hash), .integer(next.setAt.epochSeconds),
                .integer(next.mustChange ? 1 : 0),
            ])
    }

    /// Puts a hash of the same password in the place of another, unless somebody has set a password since.
    func replaceHash(_ old: String, with new: String, userID: String) throws(StoreError) {
        try database.run(
            "UPDATE user_passwords SET hash = ? WHERE user_id = ? AND hash = ?",
            [.text(new), .text(userID), .text(old)])
    }

    private func current(of userID: String) throws(StoreError) -> PasswordSituation.Current? {
        try database.first(
            "SELECT generation, hash, set_at, must_change FROM user_passwords WHERE user_id = ?",
            [.text(userID)]
        ) { row in
            PasswordSituation.Current(
                generation: Int(row.requiredInteger(0)), hash: row.requiredText(1),
                setAt: Instant(epochSeconds: row.requiredInteger(2)), mustChange: row.requiredInteger(3) != 0)
        }
    }

    private func rules() throws(StoreError) -> PasswordRules {
        var policies = ObjectReader(.passwordPolicy, in: database)
        let policy = try policies.read(.all).first
        // A rule that cannot be read is not one that does not hold.
        if let problem = policies.problems.first { throw .corrupt(place: database.place, reason: problem) }
        return policy.map { PasswordRules($0.fields) } ?? PasswordRules()
    }
}

/// The error for a row whose hash is none, or one that would cost too much to check.
func unreadableHash(place: String) -> StoreError {
    .corrupt(place: place, reason: "a password's hash is none of ours")
}

extension Value {
    fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}
