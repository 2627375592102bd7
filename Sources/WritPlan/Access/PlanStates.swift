internal import WritModel
internal import WritPolicy

/// A plan between its ends: what single principals hold before it, after each change, and after it.
struct PlanStates {
    let changes: [Change]
    let before: AccountAccess
    let after: AccountAccess
    /// From the address after the plan to the one before it.
    let renames: [Address: Address]
    /// Requests before it do not count.
    let moment: Instant
    private let asking: Set<PolicyReference>
    private let course: PlanCourse

    /// - Parameter asking: Policies that ask for the name of who makes a request, at one of the ends.
    init(
        _ changes: [Change], before: AccountAccess, after: AccountAccess, renames: [Address: Address],
        asking: Set<PolicyReference>, moment: Instant
    ) {
        self.changes = changes
        self.before = before
        self.after = after
        self.renames = renames
        self.asking = asking
        self.moment = moment
        course = PlanCourse(changes, start: before, renames: renames)
    }

    /// Users, groups and agencies of both ends, by their names after the plan.
    var everybody: Set<Address> {
        Set(after.principals).union(before.principals.filter { !renames.values.contains($0) })
    }

    /// The principals that a change may concern, in order.
    var concerned: [Address] { course.concerned(everybody.sorted()) }

    /// What the principal holds before the plan and after each change that concerns it.
    func course(of principal: Address) -> AccessCourse { course.course(of: principal) }

    /// The principal's address before the plan.
    func before(_ principal: Address) -> Address { renames[principal] ?? principal }

    /// The principal's address after the plan.
    func after(_ principal: Address) -> Address {
        renames.first { $0.value == principal }?.key ?? principal
    }

    /// What a state gives: documents that the plan changes in the version of that state.
    func policies(_ state: HeldGrants) -> PolicySet {
        guard !state.isDisabled else { return PolicySet([]) }
        return PolicySet(
            state.terms.sorted().compactMap { terms in
                reading(terms.policy, isNew: state.documents[terms.policy] != nil)
                    .map { terms.limiting($0, before.dialect) }
            })
    }

    private func reading(_ policy: PolicyReference, isNew: Bool) -> PolicyReading? {
        let first = isNew ? after.policies[policy] : before.policies[earlier(policy)]
        return first ?? after.policies[policy] ?? before.policies[policy]
    }

    /// The policy as it is called before the plan.
    private func earlier(_ policy: PolicyReference) -> PolicyReference {
        guard case .custom(let name) = policy else { return policy }
        return renames[Address(.policy, name)].map { .custom($0.name) } ?? policy
    }

    /// Whether a policy denies something at one of the ends.
    func denies(_ policy: PolicyReference) -> Bool {
        [before, after].contains { account in
            account.policies[policy]?.statements.contains { $0.effect == .deny } ?? false
        }
    }

    /// What requests of the principal have in common: its names where one of its documents asks for them, and the time.
    func bounds(of principal: Address, in states: [HeldGrants]) -> RequestBounds {
        let asks =
            !asking.isEmpty
            && states.contains { state in
                state.terms.contains { asking.contains($0.policy) || asking.contains(earlier($0.policy)) }
            }
        return RequestBounds(
            fixed: asks ? after.ownValues(of: principal, at: moment) : [:],
            time: RequestBounds.Time(key: before.dialect.currentTimeKey, first: moment))
    }
}
