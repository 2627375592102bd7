package import WritEngine
package import WritModel
internal import WritDigest
internal import WritPlan

/// What an apply did, as JSON.
package func json(_ report: ApplyReport) -> JSONValue {
    [
        "format": "writ/apply/1", "plan": .string(report.plan.digest.description),
        "complete": .boolean(
            report.isComplete || report.wasAlreadyApplied && report.undelivered.isEmpty),
        "alreadyApplied": .boolean(report.wasAlreadyApplied),
        "interrupted": .boolean(report.wasInterrupted),
        "results": .array(report.results.map { json($0.change, $0.result) }),
        "remaining": .array(report.remaining.map { .string($0.summary) }),
        "undelivered": .array(
            report.undelivered.map {
                .object(
                    [.init("user", .string($0.user.name))] + $0.order.members
                        + [.init("reason", .string($0.reason))])
            }),
        "diagnostics": .array(report.remarks.map { WritReport.json($0) }),
        "approved": .array(report.approved.map { .string($0.rule.rawValue) }),
    ]
}

private func json(_ change: Change, _ result: ChangeResult) -> JSONValue {
    let (word, reason): (String, String?) =
        switch result {
        case .applied: ("applied", nil)
        case .alreadySo: ("alreadySo", nil)
        case .skipped(let reason): ("skipped", reason)
        case .failed(let reason): ("failed", reason)
        case .conflict(let found): ("conflict", found)
        case .unknown(let reason): ("unknown", reason)
        }
    var members: [JSONValue.Member] = [.init("change", change.json), .init("result", .string(word))]
    if let reason { members.append(.init("reason", .string(reason))) }
    return .object(members)
}
