package import WritModel
internal import WritPolicy

/// The changes in an order in which nobody has more, or less, on the way than both ends give, as far as one is found; with what they do to access.
///
/// Begins with the order of ``ordered(_:)``. Where a change opens a window that a later one closes, the later one is put first, and the course
/// is looked at again; where that cannot be, or helps nobody, the window stays and is told. Of all orders that were looked at the one with the fewest windows is taken.
/// - Parameters:
///   - changes: As ``ordered(_:)`` gives them.
///   - isParallel: Whether the store makes several changes of a step at once. Then each step is looked at backwards too, and what would open a window
///     is put into a step of its own.
///   - appliers: Who has to keep what it may do.
/// - Complexity: as ``accessEffect(of:on:target:appliers:at:)``, where there is no window; else up to nine times the look at what lies between the ends.
package func arranged(
    _ changes: [Change], on observed: ObservedState, target: Target, isParallel: Bool = false,
    appliers: [Address] = [], at moment: Instant
) -> (changes: [Change], effect: AccessEffect) {
    let ends = PlanEnds(changes, on: observed, target: target)
    var arrangement = Arrangement(changes)
    func look() -> Looked {
        let changes = arrangement.changes
        let forwards = WindowSearch.windows(in: ends.states(changes, at: moment))
        guard isParallel else { return Looked(changes: changes, forwards: forwards, backwards: []) }
        let turned = arrangement.backwards.map { changes[$0] }
        let backwards = WindowSearch.windows(in: ends.states(turned, at: moment))
        return Looked(changes: changes, forwards: forwards, backwards: backwards)
    }
    var looked = look()
    var best = looked
    for _ in 0..<mostRounds where looked.weight > 0 {
        guard arrangement.close(looked) else { break }
        looked = look()
        if looked.weight < best.weight { best = looked }
    }
    let states = ends.states(best.changes, at: moment)
    return (best.changes, ends.effect(states, windows: best.forwards, appliers: appliers))
}

/// An order with the windows that it has.
private struct Looked {
    var changes: [Change]
    var forwards: [AccessWindow]
    /// With the changes of each step the other way round.
    var backwards: [AccessWindow]

    /// How bad they are: by the principals that have one.
    var weight: Int { (forwards + backwards).reduce(0) { $0 + $1.principals.count } }
}

/// How often an order is mended.
private let mostRounds = 8

/// The rules found so far about which change comes before which.
private struct Arrangement {
    private let original: [Change]
    /// The places in the original order, as they are arranged now.
    private var order: [Int]
    private var followers: [Int: Set<Int>] = [:]
    /// As they are arranged, each with its step: what a rule keeps apart is never in one.
    private(set) var changes: [Change]

    init(_ changes: [Change]) {
        original = changes
        order = Array(changes.indices)
        self.changes = changes
    }

    /// The places in ``changes``, those of each step the other way round.
    var backwards: [Int] {
        var result: [Int] = []
        var step: [Int] = []
        for place in changes.indices {
            if let last = step.last, changes[last].step != changes[place].step {
                result += step.reversed()
                step = []
            }
            step.append(place)
        }
        return result + step.reversed()
    }

    /// Adds the rules that would close the windows of the present order; `false` where there is none to add.
    mutating func close(_ looked: Looked) -> Bool {
        let backwards = looked.backwards.isEmpty ? [] : backwards
        let windows =
            looked.forwards.map { ($0.after, $0.until) }
            + looked.backwards.map { (backwards[$0.after], backwards[$0.until]) }
        var isChanged = false
        for (after, until) in windows {
            let opening = order[after]
            let closing = order[until]
            guard original[opening].wave.isMovable, original[closing].wave.isMovable,
                followers[closing]?.contains(opening) != true, !comes(opening, before: closing)
            else { continue }
            followers[closing, default: []].insert(opening)
            isChanged = true
        }
        if isChanged {
            order = sorted()
            changes = inSteps()
        }
        return isChanged
    }

    /// Whether the rules say so already.
    private func comes(_ first: Int, before second: Int) -> Bool {
        var seen: Set<Int> = []
        var waiting = [first]
        while let next = waiting.popLast() {
            if next == second { return true }
            if seen.insert(next).inserted { waiting += followers[next] ?? [] }
        }
        return false
    }

    /// The original order, with each change put off until what has to come before it is there.
    private func sorted() -> [Int] {
        var pending: [Int: Int] = [:]
        for follower in followers.values.joined() { pending[follower, default: 0] += 1 }
        var result: [Int] = []
        result.reserveCapacity(original.count)
        var isThere = Set<Int>()
        for place in original.indices where pending[place, default: 0] == 0 {
            // What it frees stood earlier in the original order, and so comes at once.
            var freed = [place]
            while let next = freed.min() {
                freed.removeAll { $0 == next }
                guard isThere.insert(next).inserted else { continue }
                result.append(next)
                for follower in followers[next] ?? [] {
                    let left = pending[follower, default: 0] - 1
                    pending[follower] = left
                    if left == 0, follower < place { freed.append(follower) }
                }
            }
        }
        return result
    }

    private func inSteps() -> [Change] {
        var result: [Change] = []
        var step = 0
        var inStep: Set<Int> = []
        for place in order {
            let isNext =
                result.last.map { $0.wave != original[place].wave } ?? false
                || inStep.contains { followers[$0]?.contains(place) == true }
            if isNext {
                step += 1
                inStep = []
            }
            if followers[place] != nil { inStep.insert(place) }
            var change = original[place]
            change.step = step
            result.append(change)
        }
        return result
    }
}

extension Wave {
    /// Whether changes of the wave may go before or after those of others: nothing is named that is not there, and nothing is left over.
    fileprivate var isMovable: Bool { self > .create && self < .delete }
}
