/// Yes, no, or left open by the vendor: Kleene's three truths.
enum SlowTruth: Hashable, Sendable {
    case no, open, yes

    /// Yes or no.
    init(_ holds: Bool) { self = holds ? .yes : .no }

    /// Open stays open.
    var negated: SlowTruth {
        switch self {
        case .no: .yes
        case .open: .open
        case .yes: .no
        }
    }
}

extension Sequence<SlowTruth> {
    /// Yes if every one is; no if any is.
    var conjunction: SlowTruth {
        var result = SlowTruth.yes
        for truth in self {
            if truth == .no { return .no }
            if truth == .open { result = .open }
        }
        return result
    }

    /// Yes if any one is; no if every one is.
    var disjunction: SlowTruth {
        var result = SlowTruth.no
        for truth in self {
            if truth == .yes { return .yes }
            if truth == .open { result = .open }
        }
        return result
    }
}
