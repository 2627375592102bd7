internal import WritModel
internal import WritPolicy

/// Looks at the states between the changes of a plan for access that neither end gives, or that both give and it lacks.
struct WindowSearch {
    private let states: PlanStates
    private var found: [WindowKey: [Address]] = [:]
    private var looks: [Look: [Window]] = [:]

    private struct WindowKey: Hashable {
        var sort: AccessWindow.Sort
        var after: Int
        var until: Int
        var witness: Request
    }

    /// What decides which windows there are.
    private struct Look: Hashable {
        var states: [HeldGrants]
        var bounds: RequestBounds
    }

    /// A window, by the places of steps in a course.
    private struct Window {
        var sort: AccessWindow.Sort
        var opening: Int
        var closing: Int
        var witness: Request
    }

    init(_ states: PlanStates) { self.states = states }

    /// The windows, by the change that opens them.
    static func windows(in states: PlanStates) -> [AccessWindow] {
        var search = WindowSearch(states)
        for principal in states.concerned {
            let course = states.course(of: principal)
            if course.needsLook(states.denies) { search.look(course, principal) }
        }
        return search.found.map {
            AccessWindow(
                sort: $0.key.sort, principals: $0.value.sorted(), after: $0.key.after, until: $0.key.until,
                witness: $0.key.witness)
        }.sorted { a, b in
            (a.after, a.until, a.sort.rawValue, a.principals.count, a.principals.first?.description ?? "") < (
                b.after, b.until, b.sort.rawValue, b.principals.count, b.principals.first?.description ?? ""
            )
        }
    }

    private mutating func look(_ course: AccessCourse, _ principal: Address) {
        let held = [course.start] + course.steps.map(\.state)
        let look = Look(states: held, bounds: states.bounds(of: principal, in: held))
        let windows = looks[look] ?? windowsInside(course, look.bounds)
        looks[look] = windows
        for window in windows {
            let key = WindowKey(
                sort: window.sort, after: course.steps[window.opening].place,
                until: course.steps[window.closing].place, witness: window.witness)
            found[key, default: []].append(principal)
        }
    }

    private func windowsInside(_ course: AccessCourse, _ bounds: RequestBounds) -> [Window] {
        let start = states.policies(course.start)
        let end = states.policies(course.end)
        let middles = course.steps.map { states.policies($0.state) }
        var result: [Window] = []
        for sort in AccessWindow.Sort.allCases {
            var isOpen = false
            for (place, middle) in middles.enumerated().dropLast() {
                let witness = window(sort, start: start, middle: middle, end: end, bounds)
                // A window that stays open is told once.
                if let witness, !isOpen {
                    let later = middles.indices.dropFirst(place + 1)
                    let closing = later.first { isAllowed(witness, middles[$0]) == (sort == .narrower) }
                    result.append(
                        Window(
                            sort: sort, opening: place, closing: closing ?? middles.count - 1,
                            witness: witness))
                }
                isOpen = witness != nil
            }
        }
        return result
    }

    /// A request that the middle alone allows, or that the ends allow and the middle does not.
    private func window(
        _ sort: AccessWindow.Sort, start: PolicySet, middle: PolicySet, end: PolicySet,
        _ bounds: RequestBounds
    ) -> Request? {
        switch sort {
        case .wider: gained(old: start, new: middle, third: end, isWanted: false, bounds: bounds).witness
        case .narrower: gained(old: middle, new: start, third: end, isWanted: true, bounds: bounds).witness
        }
    }

    private func isAllowed(_ request: Request, _ policies: PolicySet) -> Bool {
        policies.decide(request).verdict == .allowed
    }
}
