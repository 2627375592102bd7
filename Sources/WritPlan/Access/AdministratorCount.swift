internal import WritModel
internal import WritPolicy

/// How many effective administrators there are in the course of a plan.
struct AdministratorCount {
    /// Before it, by name.
    let before: Set<String>
    /// After that prefix that leaves the fewest.
    private(set) var lowest: Int
    /// The change, counted from 0, that ends it; `nil` where none lowers the number.
    private(set) var lowestAfter: Int?

    init(_ states: PlanStates) {
        before = states.before.administrators(at: states.moment)
        lowest = before.count
        // Who administers in between alone adds to no minimum that matters.
        let candidates = before.map { states.after(Address(.user, $0)) }
        let later = states.after.administrators(at: states.moment).map { Address(.user, $0) }
        var differences: [Int: Int] = [:]
        for principal in Set(candidates + later) {
            var administers = before.contains(states.before(principal).name)
            for step in states.course(of: principal).steps {
                let now =
                    !step.state.isDisabled
                    && states.before.administers(
                        states.policies(step.state), as: principal, at: states.moment)
                if now != administers { differences[step.place, default: 0] += now ? 1 : -1 }
                administers = now
            }
            let gone = states.changes.firstIndex { $0.action == .delete && $0.address == principal }
            if let gone, administers { differences[gone, default: 0] -= 1 }
        }
        var count = before.count
        for (place, difference) in differences.sorted(by: { $0.key < $1.key }) {
            count += difference
            if count < lowest {
                lowest = count
                lowestAfter = place
            }
        }
    }
}
