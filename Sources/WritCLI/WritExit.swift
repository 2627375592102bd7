internal import ArgumentParser

/// Writ's exit codes.
enum WritExit: Int32, CaseIterable {
    case done = 0
    /// Invalid input, or a tool or store error.
    case failed = 1
    /// Changes are pending (`plan --exit-code`).
    case changes = 2
    case drift = 3
    /// Findings at the chosen level, such as files that `fmt --check` would change.
    case findings = 4
    /// Refused by a guard, stale plan, or lease held.
    case refused = 5
    /// Applied in part.
    case partial = 6
    /// Something could not be read.
    case incomplete = 7
    case usage = 64

    /// The code as the argument parser throws it.
    var code: ExitCode { ExitCode(rawValue) }

    /// The code and what it means, for the manual.
    var row: (code: Int, meaning: String) { (Int(rawValue), meaning) }

    private var meaning: String {
        switch self {
        case .done: "Done, or nothing to report."
        case .failed: "Invalid input, or a tool or store error."
        case .changes: "Changes are pending (plan --exit-code)."
        case .drift: "Drift."
        case .findings: "Findings, such as files that fmt --check would change."
        case .refused: "Refused by a guard, stale plan, or lease held."
        case .partial: "Applied in part."
        case .incomplete: "Something could not be read, so nothing is concluded."
        case .usage: "Wrong usage."
        }
    }
}
