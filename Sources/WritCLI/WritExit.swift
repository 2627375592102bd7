internal import ArgumentParser

/// Writ's exit codes.
enum WritExit: Int32, Comparable {
    case done = 0
    /// Invalid input, or a tool or store error.
    case failed = 1
    /// Changes are pending (`plan --exit-code`).
    case changes = 2
    case drift = 3
    /// Refused by a guard, stale plan, or lease held.
    case refused = 5
    /// Applied in part.
    case partial = 6
    /// Something could not be read.
    case incomplete = 7
    case usage = 64

    /// The code as the argument parser throws it.
    var code: ExitCode { ExitCode(rawValue) }

    /// Of several codes that hold, the greatest by this order is the one to answer.
    static func < (a: WritExit, b: WritExit) -> Bool { a.weight < b.weight }

    private var weight: Int {
        switch self {
        case .done: 0
        case .changes: 1
        case .drift: 2
        case .refused: 3
        case .partial: 4
        case .incomplete: 5
        case .failed: 6
        case .usage: 7
        }
    }
}
