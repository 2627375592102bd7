internal import Testing

/// The script that every store with its ledger has to pass, chapter by chapter, each on a fresh account.
///
/// What fails is recorded with Swift Testing where the script stands.
package enum StoreConformance: String, CaseIterable, Sendable, CustomStringConvertible {
    case emptyAccount = "an empty account is complete and empty"
    case everyKind = "objects of every kind and edges of every form are read as they were written"
    case everyField = "each field changes alone, and gives the object a new version"
    case renames = "a rename keeps id, values and edges"
    case mappings = "a mapping of an identity provider keeps to its groups"
    case removals = "an object goes when its edges have gone, and not before"
    case replays = "every step done twice is once done and then already so"
    case conflicts = "a precondition that does not hold is a conflict, and nothing is written"
    case foreignEdits = "what others change is observed, with other versions"
    case partialFailure = "a step that fails leaves the others done"
    case fencing = "a token of a lease that was taken over is refused everywhere"
    case leases = "one process at a time holds the lease"
    case journal = "the journal keeps intents until their outcome is known"
    case inventory = "the inventory follows what is owned, renamed and given up"
    case credentials = "credentials are made once, kept until they are handed over, and go step by step"
    case confirmations = "what a person has to confirm is asked for once, and live when it is confirmed"
    case reserved = "what is not the account's own is shown as such, and the store refuses to change it"
    case auditChain = "the audit chain holds, and tells what was done"

    package var description: String { rawValue }

    /// Runs the chapter.
    package func run(on subject: ConformanceSubject) async throws {
        let run = ConformanceRun(subject)
        switch self {
        case .emptyAccount: try await emptyAccount(run)
        case .everyKind: try await everyKind(run)
        case .everyField: try await everyField(run)
        case .renames: try await renames(run)
        case .mappings: try await mappings(run)
        case .removals: try await removals(run)
        case .replays: try await replays(run)
        case .conflicts: try await conflicts(run)
        case .foreignEdits: try await foreignEdits(run)
        case .partialFailure: try await partialFailure(run)
        case .fencing: try await fencing(run)
        case .leases: try await leases(run)
        case .journal: try await journal(run)
        case .inventory: try await inventory(run)
        case .credentials: try await credentials(run)
        case .confirmations: try await confirmations(run)
        case .reserved: try await reserved(run)
        case .auditChain: try await auditChain(run)
        }
    }
}
