package import WritDigest
package import WritModel
package import WritPlan
package import WritStore

extension SQLiteAccount: LedgerWriter {
    package func applied() throws(StoreError) -> AppliedState {
        try reading { database throws(StoreError) in
            try readApplied(in: database)
        } ?? AppliedState()
    }

    package func journal(ofPlan digest: Digest) throws(StoreError) -> [JournalEntry] {
        try reading { database throws(StoreError) in
            try JournalRows(database: database).entries(ofPlan: digest)
        } ?? []
    }

    package func openEntries() throws(StoreError) -> [JournalEntry] {
        try reading { database throws(StoreError) in
            try JournalRows(database: database).openEntries()
        } ?? []
    }

    package func audit() throws(StoreError) -> [AuditEntry] {
        try reading { database throws(StoreError) in try AuditRows(database: database).all() } ?? []
    }

    package func undelivered() throws(StoreError) -> [SealedCredential] {
        try reading { database throws(StoreError) in try DeliveryRows(database: database).all() } ?? []
    }

    package func lease() throws(StoreError) -> Lease? {
        try reading { database throws(StoreError) in try LeaseRows(database: database).current() } ?? nil
    }

    package func acquireLease(
        for holder: LeaseHolder, nonce: String, at now: Instant, seconds: Int64,
        unless isGone: HolderProbe
    ) throws(StoreError) -> Lease {
        try writing(nil) { database throws(StoreError) in
            if let held = try LeaseRows(database: database).current() {
                // Only on this machine and since its last boot does a process id mean anything.
                let isDead = held.holder.boot == holder.boot && isGone(held.holder)
                guard isDead || now >= held.expiresAt else { throw .leaseHeld(held) }
                try LedgerRows(database: database).audit(.takenOver(held), at: now, by: holder.actor)
            }
            let lease = Lease(
                token: try MetaRows(database: database).nextToken(), nonce: nonce, holder: holder,
                acquiredAt: now, expiresAt: now.advanced(by: seconds))
            try LeaseRows(database: database).write(lease)
            return lease
        }
    }

    package func renew(_ lease: Lease, until end: Instant) throws(StoreError) {
        try writing(lease.token) { database throws(StoreError) in
            try LeaseRows(database: database).setEnd(of: lease.token, to: end)
        }
    }

    package func release(_ lease: Lease) throws(StoreError) {
        try writing(nil) { database throws(StoreError) in
            try LeaseRows(database: database).delete(lease.token)
        }
    }

    package func breakLease(nonce: String, by actor: String, at now: Instant) throws(StoreError) {
        try writing(nil) { database throws(StoreError) in
            guard let held = try LeaseRows(database: database).current(), held.nonce == nonce else {
                throw .noSuchLease(nonce: nonce)
            }
            try LeaseRows(database: database).delete(held.token)
            try LedgerRows(database: database).audit(.broken(held), at: now, by: actor)
        }
    }

    package func begin(_ run: Run, token: FencingToken) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            try LedgerRows(database: database).begin(run)
        }
    }

    package func intend(_ steps: [Step], token: FencingToken) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            try LedgerRows(database: database).intend(steps)
        }
    }

    package func settle(
        _ step: Step, _ outcome: Outcome, sealed: SealedCredential?, at now: Instant, token: FencingToken
    ) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            try LedgerRows(database: database).settle(step, outcome, sealed: sealed, at: now)
        }
    }

    package func delivered(
        _ sealed: SealedCredential, at now: Instant, token: FencingToken
    ) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            let actor = try LeaseRows(database: database).current()?.holder.actor ?? ""
            try LedgerRows(database: database).delivered(sealed, at: now, by: actor)
        }
    }

    package func resolve(
        _ entry: JournalEntry, as outcome: Outcome, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            try LedgerRows(database: database).resolve(entry, as: outcome, inventory, at: now)
        }
    }

    package func finish(
        run id: String, revision: AppliedRevision?, inventory: [InventoryChange], at now: Instant,
        token: FencingToken
    ) throws(StoreError) {
        try writing(token) { database throws(StoreError) in
            try LedgerRows(database: database).finish(id, revision, inventory, at: now)
        }
    }
}
