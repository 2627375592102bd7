package import WritModel
package import WritPlan

/// What a store answers when it is read.
package enum Observation: Hashable, Sendable {
    /// All of the account was read, and this is how we know.
    case complete(ObservedState, Evidence)
    /// Something could not be read, so nothing may be concluded from what is missing.
    case unknown(reason: String)
}

/// Why an observation is complete.
package struct Evidence: Hashable, Sendable {
    /// One sentence on how the whole was read, such as `one read transaction`.
    package var method: String
    /// How many of each thing were read.
    package var counts: [String: Int]

    package init(method: String, counts: [String: Int]) {
        self.method = method
        self.counts = counts
    }
}

/// The read side of a live IAM backend. The planner sees nothing else of it.
package protocol Store: Sendable {
    /// What the store can do; constant.
    var capabilities: Capabilities { get }

    /// Reads all of the account.
    ///
    /// - Throws: ``StoreError`` where the store cannot be used at all; what is merely incomplete is
    ///   ``Observation/unknown(reason:)``.
    func observe() async throws(StoreError) -> Observation
}

/// What has to hold in the store for a change to be made.
package enum Precondition: Hashable, Sendable {
    /// The object or edge is not there.
    case absent
    /// The object or edge is there, at this version.
    case version(Version)
}

/// What became of a change.
package enum Outcome: Hashable, Sendable {
    /// Done; with the new version of the object or edge (`nil` when it is gone), and a new object's id.
    case done(Version?, id: String?)
    /// The store already was as the change wants it; nothing was written.
    case alreadySo(Version?, id: String?)
    /// The precondition does not hold: somebody else changed it. The text says what was found.
    case conflict(String)
    /// The store refused; whether the same change may succeed later.
    case failed(String, isRetryable: Bool)
    /// Nobody knows whether it was done: only reading back can tell.
    case unknown(String)

    /// Whether the store now is as the change wants it.
    package var isSettled: Bool {
        switch self {
        case .done, .alreadySo: true
        case .conflict, .failed, .unknown: false
        }
    }

    /// The word for journals and reports.
    package var word: String {
        switch self {
        case .done: "done"
        case .alreadySo: "already so"
        case .conflict: "conflict"
        case .failed: "failed"
        case .unknown: "unknown"
        }
    }
}

/// The write side of a live IAM backend whose ledger lives elsewhere.
package protocol StoreWriter: Store {
    /// Makes one change, if `precondition` holds. Never retries a create whose outcome is unknown.
    ///
    /// - Parameter token: of the lease; a store that can remember refuses a token lower than one it saw.
    /// - Throws: ``StoreError`` where the store cannot be used at all; nothing was written then.
    func perform(
        _ change: Change, given precondition: Precondition, token: FencingToken
    ) async throws(StoreError) -> Outcome

    /// Makes a credential. An access key is made only where the user has none of that name and generation.
    ///
    /// - Throws: ``StoreError`` where the store cannot be used at all; nothing was made then.
    func issue(
        _ order: CredentialOrder, for user: Address, token: FencingToken
    ) async throws(StoreError) -> Issue
}

/// What became of a credential that was to be made.
package enum Issue: Sendable {
    case made(CreatedCredential, Version?)
    /// Not made, and why; or nobody knows.
    case not(Outcome)
}
