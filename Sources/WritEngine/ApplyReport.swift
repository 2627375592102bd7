package import WritDiagnostics
package import WritModel
package import WritPlan

/// What became of one change of a plan.
package enum ChangeResult: Hashable, Sendable {
    case applied
    /// The store already was so.
    case alreadySo
    /// Not tried, with the reason.
    case skipped(String)
    case failed(String)
    /// Somebody else changed it meanwhile.
    case conflict(String)
    /// Nobody knows; the next run reads back.
    case unknown(String)

    /// Whether the store is as the change wants it.
    package var isSettled: Bool { self == .applied || self == .alreadySo }
}

/// What an apply did.
package struct ApplyReport: Sendable {
    /// The plan as it was given.
    package var plan: Plan
    /// One for each change of the plan that was left to do, in the plan's order.
    package var results: [(change: Change, result: ChangeResult)]
    /// Whether an earlier run had already done all of it.
    package var wasAlreadyApplied: Bool
    /// Refusals that approvals have lifted.
    package var approved: [Refusal]
    /// What would still change after the run: nothing, unless something failed or somebody interfered.
    package var remaining: [Change]
    /// Credentials that were made and could not be handed over yet; the next apply does.
    package var undelivered: [Undelivered]
    /// What waits for a person after the run: contacts to be confirmed, invitations to be accepted.
    package var remarks: [Diagnostic]
    /// Whether the user stopped the run.
    package var wasInterrupted: Bool

    /// How many changes the run has made.
    package var appliedCount: Int { results.count { $0.result == .applied } }

    /// Whether the store is as the commit wants it.
    package var isComplete: Bool {
        remaining.isEmpty && undelivered.isEmpty && results.allSatisfy { $0.result.isSettled }
    }
}

/// A credential that waits to be handed over.
package struct Undelivered: Hashable, Sendable {
    /// Whose it is.
    package var user: Address
    /// What was made.
    package var order: CredentialOrder
    /// Why it waits, and what to do about it.
    package var reason: String
    package var help: String?
}
