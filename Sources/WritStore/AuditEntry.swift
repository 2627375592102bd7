package import WritDigest
package import WritModel

/// One entry of the audit chain.
///
/// `hash` is the digest of the previous entry's hash, a line end, and the entry as compact JSON in
/// the member order `sequence, at, actor, run, event, detail`: changing, dropping, adding or swapping
/// entries breaks the chain. Cutting entries off its end can only be seen from outside.
package struct AuditEntry: Hashable, Sendable {
    /// From 1, without gaps.
    package var sequence: Int
    /// When it was written.
    package var at: Instant
    /// Who did it, as `name@host`.
    package var actor: String
    /// The run's id; empty outside of runs.
    package var run: String
    /// One word or two, such as `run started`, `step done`, `lease broken`.
    package var event: String
    /// What there is to know about the event.
    package var detail: JSONValue
    package var hash: Digest

    /// An entry that follows one with the hash `previous` (`nil` for the first).
    package init(
        after previous: Digest?, sequence: Int, at: Instant, actor: String, run: String, event: String,
        detail: JSONValue
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.run = run
        self.event = event
        self.detail = detail
        self.hash = Digest(of: "")
        self.hash = expectedHash(after: previous)
    }

    /// An entry as it was stored.
    package init(
        sequence: Int, at: Instant, actor: String, run: String, event: String, detail: JSONValue,
        hash: Digest
    ) {
        self.sequence = sequence
        self.at = at
        self.actor = actor
        self.run = run
        self.event = event
        self.detail = detail
        self.hash = hash
    }

    /// The full id of the commit that the entry is about, if it is about one.
    package var commit: String? { detail["commit"]?.string }

    /// The hash that the entry has to have after one with the hash `previous`.
    package func expectedHash(after previous: Digest?) -> Digest {
        let json: JSONValue = [
            "sequence": .integer(sequence), "at": .string(at.description), "actor": .string(actor),
            "run": .string(run), "event": .string(event), "detail": detail,
        ]
        return Digest(of: (previous?.hex ?? "") + "\n" + json.compactText)
    }
}

/// The sequence number of the first entry that breaks the chain, or `nil` when it holds.
package func firstBreak(in chain: [AuditEntry]) -> Int? {
    var previous: Digest?
    for (index, entry) in chain.enumerated() {
        guard entry.sequence == index + 1, entry.hash == entry.expectedHash(after: previous) else {
            return index + 1
        }
        previous = entry.hash
    }
    return nil
}
