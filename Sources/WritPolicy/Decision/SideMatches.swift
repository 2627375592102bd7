/// The statements that are about a request, by effect.
struct SideMatches {
    var denied = Matches()
    var allowed = Matches()

    /// Asks statements, as far as they are needed for an answer.
    ///
    /// - Parameter candidates: the places of those to ask, in order: at least all whose action can match.
    init(
        _ request: RequestValues, _ statements: [Statement], _ candidates: some Sequence<Int>,
        _ unreadableCount: Int
    ) {
        for id in candidates {
            let isDeny = statements[id].effect == .deny
            // An answer that is certain already needs no more of its kind.
            if isDeny ? denied.truth == .yes : allowed.truth == .yes { continue }
            var reasons: Set<OpenReason> = []
            let truth = statements[id].truth(request, &reasons)
            if isDeny {
                denied.add(id, truth, reasons)
            } else {
                allowed.add(id, truth, reasons)
            }
        }
        if unreadableCount > 0 {
            denied.addOpen(.unreadable(count: unreadableCount))
            allowed.addOpen(.unreadable(count: unreadableCount))
        }
    }
}

/// The statements of one effect that match a request.
struct Matches {
    var truth = Truth.no
    var certain: [Int] = []
    var open: [Int] = []
    var reasons: Set<OpenReason> = []

    mutating func add(_ id: Int, _ truth: Truth, _ reasons: Set<OpenReason>) {
        self.truth = self.truth.or(truth)
        switch truth {
        case .no: break
        case .yes: certain.append(id)
        case .open:
            open.append(id)
            self.reasons.formUnion(reasons)
        }
    }

    mutating func addOpen(_ reason: OpenReason) {
        truth = truth.or(.open)
        reasons.insert(reason)
    }
}

extension PolicyReading {
    /// What the document by itself says about a request: as a ``PolicySet`` of it decides, but without an index, which only many
    /// requests are worth.
    package func decide(_ request: Request) -> Decision {
        let values = RequestValues(request, dialect: dialect, flat: options.flat)
        let matches = SideMatches(values, statements, statements.indices, unreadableCount)
        return Decision(denied: matches.denied, allowed: matches.allowed)
    }
}
