/// How much a finding weighs.
package enum LintSeverity: String, CaseIterable, Comparable, Sendable {
    /// Worth knowing, nothing to mend.
    case info
    /// Untidy, or a small risk.
    case low
    /// A risk that a reviewer would ask about.
    case medium
    /// A risk that should not be merged without a reason.
    case high
    /// Gives the account away.
    case critical
    /// The vendor refuses it, or it can never do what it says.
    case error

    package static func < (a: LintSeverity, b: LintSeverity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .low: 1
        case .medium: 2
        case .high: 3
        case .critical: 4
        case .error: 5
        }
    }
}
