internal import WritModel
internal import WritPolicy

/// Looks at the states between the changes of a plan.
struct WindowSearch {
    private let changes: [Change]
    private let before: AccountAccess
    private let after: AccountAccess
    private let renames: [Address: Address]
    private let moment: Instant
    private let plan: PlanCourse
    private var found: [WindowKey: [Address]] = [:]
    private var looks: [[HeldGrants]: [(place: Int, sort: AccessWindow.Sort, witness: Request)]] = [:]
    private(set) var administratorsBefore: Set<String> = []
    private(set) var administratorsLowest = 0
    private(set) var lowestAfter: Int?

    private struct WindowKey: Hashable {
        var sort: AccessWindow.Sort
        var after: Int
        var witness: Request
    }

    init(
        _ changes: [Change], before: AccountAccess, after: AccountAccess, renames: [Address: Address],
        moment: Instant
    ) {
        self.changes = changes
        self.before = before
        self.after = after
        self.renames = renames
        self.moment = moment
        plan = PlanCourse(changes, start: before, renames: renames)
    }

    /// The windows, by the change that opens them.
    var windows: [AccessWindow] {
        found.map {
            AccessWindow(
                sort: $0.key.sort, principals: $0.value.sorted(), after: $0.key.after, witness: $0.key.witness
            )
        }.sorted {
            ($0.after, $0.sort.rawValue, $0.principals.count) < (
                $1.after, $1.sort.rawValue, $1.principals.count
            )
        }
    }

    mutating func run() {
        let everybody = Set(after.principals).union(before.principals.filter { !renames.values.contains($0) })
        for principal in plan.concerned(everybody.sorted()) {
            let course = plan.course(of: principal)
            if course.needsLook({ denies($0) }) { look(course, principal) }
        }
        countAdministrators(everybody)
    }

    private func denies(_ policy: PolicyReference) -> Bool {
        [before, after].contains { account in
            account.policies[policy]?.statements.contains { $0.effect == .deny } ?? false
        }
    }

    // MARK: Windows

    private mutating func look(_ course: AccessCourse, _ principal: Address) {
        let states = [course.start] + course.steps.map(\.state)
        let windows: [(place: Int, sort: AccessWindow.Sort, witness: Request)]
        if let known = looks[states], known.allSatisfy({ course.steps[$0.place].place >= 0 }) {
            windows = known
        } else {
            windows = windowsInside(course, principal)
            looks[states] = windows
        }
        for window in windows {
            found[
                WindowKey(
                    sort: window.sort, after: course.steps[window.place].place, witness: window.witness),
                default: []
            ].append(principal)
        }
    }

    private func windowsInside(
        _ course: AccessCourse, _ principal: Address
    ) -> [(place: Int, sort: AccessWindow.Sort, witness: Request)] {
        let start = policies(course.start)
        let end = policies(course.end)
        let bounds = RequestBounds(
            fixed: before.ownValues(of: principal, at: moment),
            time: RequestBounds.Time(key: before.dialect.currentTimeKey, first: moment))
        var result: [(place: Int, sort: AccessWindow.Sort, witness: Request)] = []
        var last: [AccessWindow.Sort: Request] = [:]
        for (place, step) in course.steps.enumerated().dropLast() {
            let middle = policies(step.state)
            let wider = gained(old: start, new: middle, extent: .findings, bounds: bounds).findings
                .first { end.decide($0.witness).verdict != .allowed }?.witness
            let narrower = gained(old: middle, new: start, extent: .findings, bounds: bounds).findings
                .first { end.decide($0.witness).verdict == .allowed }?.witness
            for (sort, witness) in [(AccessWindow.Sort.wider, wider), (.narrower, narrower)] {
                // A window that stays open is told once.
                if let witness, last[sort] == nil { result.append((place, sort, witness)) }
                last[sort] = witness
            }
        }
        return result
    }

    /// What a state gives: documents that the plan changes in the version of that state.
    private func policies(_ state: HeldGrants) -> PolicySet {
        guard !state.isDisabled else { return PolicySet([]) }
        var readings: [PolicyReading] = []
        for terms in state.terms.sorted() {
            let isNew = state.documents[terms.policy] != nil
            let earlier = renames[Address(.policy, terms.policy.name)].map { PolicyReference.custom($0.name) }
            let known = [
                isNew ? after.policies[terms.policy] : before.policies[earlier ?? terms.policy],
                after.policies[terms.policy], before.policies[terms.policy],
            ]
            guard let reading = known.compactMap(\.self).first else { continue }
            readings.append(terms.limiting(reading, before.dialect))
        }
        return PolicySet(readings)
    }

    // MARK: Administrators

    private mutating func countAdministrators(_ everybody: Set<Address>) {
        administratorsBefore = before.administrators(at: moment)
        administratorsLowest = administratorsBefore.count
        // Only who administers at an end or in between counts; who does in between alone adds to no minimum that matters.
        let candidates = administratorsBefore.map { name in
            renames.first { $0.value == Address(.user, name) }?.key ?? Address(.user, name)
        }
        var changesByPlace: [Int: Int] = [:]
        for principal in Set(candidates + after.administrators(at: moment).map { Address(.user, $0) }) {
            var administers = administratorsBefore.contains(renames[principal]?.name ?? principal.name)
            let gone = changes.firstIndex { $0.action == .delete && $0.address == principal }
            for step in plan.course(of: principal).steps {
                let now =
                    !step.state.isDisabled
                    && before.administers(policies(step.state), as: principal, at: moment)
                if now != administers { changesByPlace[step.place, default: 0] += now ? 1 : -1 }
                administers = now
            }
            if let gone, administers { changesByPlace[gone, default: 0] -= 1 }
        }
        var count = administratorsBefore.count
        for (place, change) in changesByPlace.sorted(by: { $0.key < $1.key }) {
            count += change
            if count < administratorsLowest {
                administratorsLowest = count
                lowestAfter = place
            }
        }
    }
}
