internal import WritModel

/// What repeated runs took.
struct Timing {
    /// Nanoseconds of each run, ascending.
    private let sorted: [Int64]

    /// Of these nanoseconds, in any order.
    init(_ nanoseconds: [Int64]) {
        precondition(!nanoseconds.isEmpty, "nothing was measured")
        sorted = nanoseconds.sorted()
    }

    /// Nanoseconds that this share of the runs did not exceed.
    func quantile(_ share: Double) -> Int64 {
        sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// The middle, the tail and the ends, in microseconds.
    var json: JSONValue {
        [
            "medianMicroseconds": microseconds(quantile(0.5)), "p90Microseconds": microseconds(quantile(0.9)),
            "p99Microseconds": microseconds(quantile(0.99)), "leastMicroseconds": microseconds(quantile(0)),
            "mostMicroseconds": microseconds(quantile(1)),
        ]
    }

    private func microseconds(_ nanoseconds: Int64) -> JSONValue {
        .number("\(nanoseconds / 1000).\(String(1000 + nanoseconds % 1000).dropFirst())")
    }
}

/// Runs a piece of work and tells how long it took, in nanoseconds of a clock that only goes forward.
func nanoseconds(_ work: () throws -> Void) rethrows -> Int64 {
    let parts = try ContinuousClock().measure(work).components
    return parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000
}
