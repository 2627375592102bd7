package import WritDigest
package import WritModel
package import WritStore

/// Who sets a password.
package enum PasswordSetter: Hashable, Sendable {
    /// The user, who is held to the age that a password has to reach, unless it has to be changed.
    case user
    /// Somebody else, for whom history counts and age does not.
    ///
    /// - Parameters:
    ///   - generation: which the manifest asks for; `nil` leaves it as it is.
    ///   - mustChange: whether the user has to change it at the next login.
    case administrator(generation: Int?, mustChange: Bool)
}

/// What became of setting a password.
package enum PasswordOutcome: Hashable, Sendable {
    case done
    /// Nothing was changed: the password breaks rules, one of them for each.
    case refused([PasswordViolation])
    /// Nothing was changed: the password in use has that generation, or a later one, already.
    case generationTaken(found: Int)
    case noSuchUser
}

/// A password that may be set, and its hash: all of the slow work, done without a lock.
package struct PreparedPassword: Sendable {
    let situation: PasswordSituation
    let next: PasswordSituation.Current

    /// Sets it. Call it in a writing transaction, such as the one that journals a step.
    ///
    /// - Returns: `false` where the user, its password or the account's rules have changed since; nothing is written
    ///   then, and the password has to be prepared again.
    func commit(in database: Database) throws(StoreError) -> Bool {
        let rows = PasswordRows(database: database)
        guard try rows.situation(of: situation.owner.user) == situation else { return false }
        try rows.replace(situation, with: next)
        return true
    }
}

/// What preparing a password came to.
package enum PasswordPreparation: Sendable {
    case ready(PreparedPassword)
    /// It cannot be set; never ``PasswordOutcome/done``.
    case not(PasswordOutcome)
}

extension SQLiteAccount {
    /// Sets a user's password if the account's rules allow it.
    ///
    /// No row that plans observe changes, so that no version does. Cost: the slow hash once, and once for each password
    /// that may not be used again; the database is not locked meanwhile.
    /// - Parameters:
    ///   - salt: random bytes, others at each call.
    ///   - token: of the lease that has to be held; `nil` for what a user does.
    package func setPassword(
        _ password: Secret, for user: String, by setter: PasswordSetter, at now: Instant,
        salt: [UInt8] = randomSalt(), cost: ScryptCost = .standard, token: FencingToken? = nil
    ) throws(StoreError) -> PasswordOutcome {
        for _ in 0..<3 {
            let prepared: PreparedPassword
            switch try preparePassword(password, for: user, by: setter, at: now, salt: salt, cost: cost) {
            case .ready(let ready): prepared = ready
            case .not(let outcome): return outcome
            }
            let isDone = try writing(token) { database throws(StoreError) in try prepared.commit(in: database)
            }
            if isDone { return .done }
        }
        // Somebody changes the rules or the password again and again; later is soon enough.
        throw .busy(place: path)
    }

    /// Checks a password against the account's rules and hashes it; ``PreparedPassword/commit(in:)`` sets it.
    package func preparePassword(
        _ password: Secret, for user: String, by setter: PasswordSetter, at now: Instant, salt: [UInt8],
        cost: ScryptCost
    ) throws(StoreError) -> PasswordPreparation {
        let found = try reading { database throws(StoreError) in
            try PasswordRows(database: database).situation(of: user)
        }
        guard let situation = found ?? nil else { return .not(.noSuchUser) }
        let current = situation.current
        var next = PasswordSituation.Current(
            generation: current?.generation ?? 0, hash: "", setAt: now, mustChange: false)
        var lastChanged = current?.mustChange == true ? nil : current?.setAt
        if case .administrator(let generation, let mustChange) = setter {
            if let generation, let found = current?.generation, found >= generation {
                return .not(.generationTaken(found: found))
            }
            next.generation = generation ?? next.generation
            next.mustChange = mustChange
            lastChanged = nil
        }
        let violations = try situation.rules.violations(
            of: password, owner: situation.owner, lastChanged: lastChanged, now: now
        ) { () throws(StoreError) -> Bool in try isReused(password, in: situation) }
        guard violations.isEmpty else { return .not(.refused(violations)) }
        next.hash = try newHash(of: password, salt: salt, cost: cost)
        return .ready(PreparedPassword(situation: situation, next: next))
    }

    /// The text of a password's hash.
    func newHash(of password: Secret, salt: [UInt8], cost: ScryptCost) throws(StoreError) -> String {
        try hashed(place: path) { () throws(ScryptFailure) -> String in
            try password.withBytes { (bytes) throws(ScryptFailure) -> String in
                try PasswordHash(of: bytes, salt: salt, cost: cost).description
            }
        }
    }

    /// Whether it is the password in use or one of those before, as far back as the rules say.
    private func isReused(_ password: Secret, in situation: PasswordSituation) throws(StoreError) -> Bool {
        let known = (situation.current.map { [$0.hash] } ?? []) + situation.earlier
        for text in known.prefix(situation.rules.history) {
            guard let hash = PasswordHash(parsing: text) else { throw unreadableHash(place: path) }
            let isSame = try hashed(place: path) { () throws(ScryptFailure) -> Bool in
                try password.withBytes { (bytes) throws(ScryptFailure) -> Bool in try hash.matches(bytes) }
            }
            if isSame { return true }
        }
        return false
    }
}

/// Runs a slow hash; memory that is missing is the machine's failure.
func hashed<Result>(
    place: String, _ body: () throws(ScryptFailure) -> Result
) throws(StoreError) -> Result {
    do throws(ScryptFailure) {
        return try body()
    } catch {
        throw .io(place: place, reason: error.description)
    }
}

/// Random bytes for a new password's salt.
package func randomSalt() -> [UInt8] {
    var random = SystemRandomNumberGenerator()
    return (0..<PasswordHash.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
}
