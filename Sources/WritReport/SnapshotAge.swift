package import WritModel
internal import WritPlan

/// `2026-11-22T08:00:00Z (3 hours old)` for a plan that was made from a snapshot, else `nil`.
func snapshotAge(_ binding: PlanBinding) -> String? {
    binding.snapshotAt.map { age(of: $0, at: binding.createdAt) }
}

/// The moment of a snapshot and how old it is at `now`, in the largest unit that fits twice.
package func age(of snapshot: Instant, at now: Instant) -> String {
    let seconds = Int(now.epochSeconds - snapshot.epochSeconds)
    let words: String
    switch seconds {
    case ..<(-60): words = "from the future: compare the clocks"
    case ..<120: words = "just taken"
    case ..<7200: words = "\(seconds / 60) minutes old"
    case ..<172_800: words = "\(seconds / 3600) hours old"
    default: words = "\(seconds / 86_400) days old: take a new one"
    }
    return "\(snapshot) (\(words))"
}
