package import WritDigest
package import WritModel
package import WritStore

/// What a user who knows a password, or does not, may do with it.
package enum PasswordVerdict: Hashable, Sendable {
    case ok
    /// It is right, and has to be changed before anything else.
    case mustChange
    /// It is right, and too old: it has to be changed before anything else.
    case expired
    case wrong
    /// There is no such user, or it has no password.
    case noPassword
}

extension SQLiteAccount {
    /// Checks a password. Whether the user is enabled or locked out is not looked at.
    ///
    /// How long it takes does not tell whether there is such a user. A right password whose hash was cheaper than
    /// `cost` is hashed anew, where the account is open for writing; that is all that may be written.
    package func verifyPassword(
        _ password: Secret, of user: String, at now: Instant, salt: [UInt8] = randomSalt(),
        cost: ScryptCost = .standard
    ) throws(StoreError) -> PasswordVerdict {
        let found = try reading { database throws(StoreError) in
            try PasswordRows(database: database).situation(of: user)
        }
        guard let situation = found ?? nil, let current = situation.current else {
            _ = try newHash(of: password, salt: salt, cost: cost)
            return .noPassword
        }
        guard let hash = PasswordHash(parsing: current.hash) else { throw unreadableHash(place: path) }
        let isRight = try hashed(place: path) { () throws(ScryptFailure) -> Bool in
            try password.withBytes { (bytes) throws(ScryptFailure) -> Bool in try hash.matches(bytes) }
        }
        guard isRight else { return .wrong }
        if hash.needsRehash(cost), isWritable {
            let new = try newHash(of: password, salt: salt, cost: cost)
            try writing(nil) { database throws(StoreError) in
                try PasswordRows(database: database).replaceHash(
                    current.hash, with: new, userID: situation.userID)
            }
        }
        if let expiry = situation.rules.expiry(ofPasswordSetAt: current.setAt), now >= expiry {
            return .expired
        }
        return current.mustChange ? .mustChange : .ok
    }
}
