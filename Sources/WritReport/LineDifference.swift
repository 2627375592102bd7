/// What turns one list of lines into another: the shortest edit script by Myers's greedy algorithm.
///
/// Lines at the start and end that are equal are taken off first; the rest costs its length times the number
/// of differences. Beyond ``mostDifferences`` everything that is left counts as replaced.
package struct LineDifference: Hashable, Sendable {
    /// One line of the script.
    package enum Step: Hashable, Sendable {
        /// In both; the indices in the old and the new lines.
        case kept(Int, Int)
        /// Only in the old lines.
        case removed(Int)
        /// Only in the new lines.
        case added(Int)
    }

    /// In order; of a replaced stretch what goes stands before what comes.
    package let steps: [Step]

    /// How many differences are looked for before the rest is taken as replaced.
    static let mostDifferences = 4_000

    /// Compares two lists of lines.
    package init<Line: Equatable>(from old: [Line], to new: [Line]) {
        var start = 0
        while start < old.count, start < new.count, old[start] == new[start] { start += 1 }
        var oldEnd = old.count, newEnd = new.count
        while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
            oldEnd -= 1
            newEnd -= 1
        }
        var steps = (0..<start).map { Step.kept($0, $0) }
        steps += middle(old[start..<oldEnd], new[start..<newEnd])
        steps += zip(oldEnd..<old.count, newEnd..<new.count).map { Step.kept($0, $1) }
        self.steps = steps.removalsFirst
    }
}

/// Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), §4: the furthest point on each diagonal,
/// for one difference more each time; the way is then walked back.
private func middle<Line: Equatable>(
    _ old: ArraySlice<Line>, _ new: ArraySlice<Line>
) -> [LineDifference.Step] {
    let replaced = old.indices.map(LineDifference.Step.removed) + new.indices.map(LineDifference.Step.added)
    if old.isEmpty || new.isEmpty { return replaced }
    let most = min(old.count + new.count, LineDifference.mostDifferences)
    // Diagonal k = x - y is kept at index k + most + 1.
    var furthest = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [ArraySlice<Int>] = []
    for distance in 0...most {
        trace.append(furthest[(most + 1 - distance - 1)...(most + 1 + distance + 1)])
        for diagonal in stride(from: -distance, through: distance, by: 2) {
            let place = diagonal + most + 1
            let goesDown =
                diagonal == -distance || diagonal != distance && furthest[place - 1] < furthest[place + 1]
            var x = goesDown ? furthest[place + 1] : furthest[place - 1] + 1
            var y = x - diagonal
            while x < old.count, y < new.count, old[old.startIndex + x] == new[new.startIndex + y] {
                x += 1
                y += 1
            }
            furthest[place] = x
            if x >= old.count, y >= new.count {
                return walkBack(trace, most, (old.count, new.count), (old.startIndex, new.startIndex))
            }
        }
    }
    return replaced
}

private func walkBack(
    _ trace: [ArraySlice<Int>], _ most: Int, _ end: (x: Int, y: Int), _ origin: (x: Int, y: Int)
) -> [LineDifference.Step] {
    var steps: [LineDifference.Step] = []
    var (x, y) = end
    for distance in trace.indices.reversed() {
        let furthest = trace[distance]
        let diagonal = x - y
        let place = diagonal + most + 1
        let goesDown =
            diagonal == -distance || diagonal != distance && furthest[place - 1] < furthest[place + 1]
        let before = goesDown ? diagonal + 1 : diagonal - 1
        let startX = distance == 0 ? 0 : furthest[before + most + 1]
        let startY = startX - (distance == 0 ? 0 : before)
        while x > startX, y > startY {
            x -= 1
            y -= 1
            steps.append(.kept(origin.x + x, origin.y + y))
        }
        guard distance > 0 else { break }
        if goesDown {
            y -= 1
            steps.append(.added(origin.y + y))
        } else {
            x -= 1
            steps.append(.removed(origin.x + x))
        }
    }
    return steps.reversed()
}

extension [LineDifference.Step] {
    /// The steps with the removals of each changed stretch before its additions.
    fileprivate var removalsFirst: [LineDifference.Step] {
        var result: [LineDifference.Step] = []
        var added: [LineDifference.Step] = []
        for step in self {
            switch step {
            case .removed: result.append(step)
            case .added: added.append(step)
            case .kept:
                result += added
                added = []
                result.append(step)
            }
        }
        return result + added
    }
}
