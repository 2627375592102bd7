package import WritDiagnostics
package import WritPlan
package import WritStore

/// Why the engine stopped before it changed anything.
package enum EngineError: Error, Sendable {
    /// The store or the ledger cannot be used.
    case store(StoreError)
    /// Something could not be read, so nothing can be concluded.
    case incomplete(reason: String)
    /// Manifests and live state contradict each other.
    case invalid([Diagnostic])
    /// A guard refuses, and no approval lifts it.
    case refused([Refusal], Plan)
    /// The plan does not fit what is there any more, with every reason.
    case stale([StaleReason])
    /// A credential that the plan makes could not be brought to whom it is for.
    case courier(CourierError, for: String)
    /// `release` names what Writ does not manage.
    case notManaged([String])
}
