internal import WritDigest
internal import WritModel
internal import WritPlan
internal import WritStore

/// The rows of runs and of the journal. Call it in a transaction.
struct JournalRows {
    let database: Database

    /// Takes down that a run starts; `false` where that was known.
    func begin(_ run: Run) throws(StoreError) -> Bool {
        let added: Bool? = try database.first(
            """
            INSERT INTO runs (id, actor, started_at, commit_id, plan_digest, effect_digest, approvals)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING 1
            """,
            [
                .text(run.id), .text(run.actor), .integer(run.startedAt.epochSeconds),
                .optional(run.commit), .optional(run.planDigest?.description),
                .optional(run.effectDigest?.description),
                .text(JSONValue.array(run.approvals.map(JSONValue.string)).compactText),
            ]
        ) { _ in true }
        return added ?? false
    }

    /// Takes down when a run ended.
    func finish(_ run: String, at now: Instant) throws(StoreError) {
        try database.run(
            "UPDATE runs SET finished_at = ? WHERE id = ?", [.integer(now.epochSeconds), .text(run)])
    }

    /// Who ran `run`; empty for a run that was never begun.
    func actor(of run: String) throws(StoreError) -> String {
        try database.first("SELECT actor FROM runs WHERE id = ?", [.text(run)]) { row in
            row.requiredText(0)
        } ?? ""
    }

    /// Takes down the intent of `step`; doing so again changes nothing.
    func intend(_ step: Step) throws(StoreError) {
        try database.run(
            """
            INSERT INTO journal (run, step, summary, change) VALUES (?, ?, ?, ?)
            ON CONFLICT (run, step) DO NOTHING
            """,
            [
                .text(step.run), .integer(Int64(step.index)), .text(step.change.summary),
                .text(step.change.json.compactText),
            ])
    }

    /// Takes down an outcome. One that nobody knows leaves the entry open.
    func settle(run: String, step: Int, _ outcome: Outcome, at now: Instant) throws(StoreError) {
        if case .unknown = outcome { return }
        try database.run(
            "UPDATE journal SET outcome = ?, version = ?, settled_at = ? WHERE run = ? AND step = ?",
            [
                .text(outcome.word), .optional(outcome.version?.description),
                .integer(now.epochSeconds), .text(run), .integer(Int64(step)),
            ])
    }

    /// The entries of every run of that plan, oldest first.
    func entries(ofPlan digest: Digest) throws(StoreError) -> [JournalEntry] {
        try entries(where: "runs.plan_digest = ?", [.text(digest.description)])
    }

    /// The entries without an outcome, oldest first.
    func openEntries() throws(StoreError) -> [JournalEntry] {
        try entries(where: "outcome IS NULL", [])
    }

    /// Whether that step has no outcome yet.
    func isOpen(run: String, step: Int) throws(StoreError) -> Bool {
        try database.first(
            "SELECT 1 FROM journal WHERE run = ? AND step = ? AND outcome IS NULL",
            [.text(run), .integer(Int64(step))]
        ) { _ in true } ?? false
    }

    /// - Throws: ``StoreError/corrupt(place:reason:)`` for a change that nobody can read.
    private func entries(
        where condition: String, _ values: [Binding]
    ) throws(StoreError) -> [JournalEntry] {
        var entries: [JournalEntry] = []
        try database.each(
            """
            SELECT run, runs.plan_digest, step, change, outcome, version
            FROM journal JOIN runs ON runs.id = journal.run WHERE \(condition) ORDER BY sequence
            """, values
        ) { row throws(StoreError) in
            let run = row.requiredText(0)
            let step = Int(row.requiredInteger(2))
            guard let change = storedJSON(row.requiredText(3)).flatMap(Change.init(json:)) else {
                throw .corrupt(
                    place: database.place,
                    reason: "the journal's step \(step) of run `\(run)` cannot be read")
            }
            entries.append(
                JournalEntry(
                    run: run, planDigest: row.text(1).flatMap(Digest.init(parsing:)), index: step,
                    change: change, outcome: row.text(4), version: row.text(5).map(Version.init)))
        }
        return entries
    }
}
