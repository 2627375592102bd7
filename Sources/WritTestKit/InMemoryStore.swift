package import WritModel
package import WritPlan
package import WritStore

/// A live store in memory that counts its writes and can be made to fail.
package actor InMemoryStore: StoreWriter {
    /// As given; by default everything can be changed.
    package nonisolated let capabilities: Capabilities
    private var contents: InMemoryContents
    private var highestToken = FencingToken(.min)
    private var faults: [(fault: Fault, isDue: @Sendable (Int) -> Bool)] = []
    private var observationProblem: String?

    /// How many times a change was asked for.
    package private(set) var calls = 0
    /// How many changes were made in the store.
    package private(set) var writes = 0
    /// Every change that was made, in order.
    package private(set) var made: [Change] = []

    /// An empty store.
    package init(
        account: String? = "acme", systemPolicies: [String: PolicyDocument] = SystemPolicies.all,
        capabilities: Capabilities = Capabilities(parallelism: 4)
    ) {
        self.capabilities = capabilities
        self.contents = InMemoryContents(
            account: account, systemPolicies: systemPolicies, capabilities: capabilities)
    }

    /// What the store holds.
    package var state: ObservedState { contents.state }

    package func observe() throws(StoreError) -> Observation {
        if let observationProblem { return .unknown(reason: observationProblem) }
        let counts = ["objects": contents.state.objects.count]
        return .complete(contents.state, Evidence(method: "read in memory", counts: counts))
    }

    package func perform(
        _ change: Change, given precondition: Precondition, token: FencingToken
    ) throws(StoreError) -> Outcome {
        guard token >= highestToken else { throw .leaseLost }
        highestToken = token
        calls += 1
        let number = calls
        switch faults.first(where: { $0.isDue(number) })?.fault {
        case nil:
            return make(change, precondition)
        case .refusal(let isRetryable):
            return .failed("the store refused", isRetryable: isRetryable)
        case .lostRequest:
            return .unknown("the connection was lost")
        case .lostAnswer:
            let outcome = make(change, precondition)
            return outcome.isSettled ? .unknown("the connection was lost") : outcome
        case .unusable(let error):
            throw error
        case .overtaken(let edits):
            for edit in edits { contents.apply(edit) }
            return make(change, precondition)
        }
    }

    package func issue(
        _ order: CredentialOrder, for user: Address, token: FencingToken
    ) throws(StoreError) -> Issue {
        guard token >= highestToken else { throw .leaseLost }
        highestToken = token
        calls += 1
        let number = calls
        switch faults.first(where: { $0.isDue(number) })?.fault {
        case nil: break
        case .refusal(let isRetryable): return .not(.failed("the store refused", isRetryable: isRetryable))
        case .lostRequest: return .not(.unknown("the connection was lost"))
        case .lostAnswer:
            _ = contents.issue(order, for: user)
            return .not(.unknown("the connection was lost"))
        case .unusable(let error): throw error
        case .overtaken(let edits): for edit in edits { contents.apply(edit) }
        }
        let issue = contents.issue(order, for: user)
        if case .made = issue { writes += 1 }
        return issue
    }

    /// Moves the store's clock, with which it stamps access keys.
    package func setClock(_ now: Instant) { contents.now = now }

    /// Lets an access key be seen in use.
    package func use(_ id: String, of user: Address, at moment: Instant) {
        contents.use(id, of: user, at: moment)
    }

    /// Lets `fault` happen at every call whose number, counted from 1, `isDue` answers true for.
    package func inject(_ fault: Fault, when isDue: @escaping @Sendable (Int) -> Bool) {
        faults.append((fault, isDue))
    }

    /// Takes all faults away.
    package func heal() {
        faults = []
        observationProblem = nil
    }

    /// Lets every observation be incomplete, for that reason.
    package func hideState(because reason: String) {
        observationProblem = reason
    }

    /// Does what somebody else does.
    package func edit(_ edit: ForeignEdit) {
        contents.apply(edit)
    }

    private func make(_ change: Change, _ precondition: Precondition) -> Outcome {
        let outcome = contents.perform(change, given: precondition)
        if case .done = outcome {
            writes += 1
            made.append(change)
        }
        return outcome
    }
}
