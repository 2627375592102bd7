package import WritEngine
package import WritPlan

/// One settled or failed change as a line of progress.
package func progressLine(
    _ index: Int, of count: Int, _ change: Change, _ result: ChangeResult, style: Style
) -> String {
    let number = "[\(index + 1)/\(count)]"
    return "\(number) \(terminalSafe(change.summary)): \(text(result, style))"
}

/// What an apply did, as text: failures one by one, then a sentence.
package func render(_ report: ApplyReport, style: Style) -> String {
    if report.wasAlreadyApplied, report.undelivered.isEmpty {
        return "already applied: nothing was changed\n"
    }
    var lines: [String] = []
    for (change, result) in report.results where !result.isSettled {
        lines.append("  \(terminalSafe(change.summary)): \(text(result, style))")
    }
    for refusal in report.approved {
        lines.append("  approved[\(refusal.rule.rawValue)]: \(terminalSafe(refusal.message))")
    }
    for waiting in report.undelivered {
        lines.append(
            "  \(terminalSafe("\(waiting.order.name) of \(waiting.user)")), generation \(waiting.order.generation), "
                + "was made and waits to be handed over: \(terminalSafe(waiting.reason))")
        if let help = waiting.help {
            lines.append("    \(style.paint("help", .help)): \(terminalSafe(help))")
        }
    }
    lines += WritReport.lines(of: report.remarks, style)
    if report.isComplete {
        let count = report.results.count { !$0.change.effect.isLedgerOnly }
        lines.append(
            count == 0 && report.results.isEmpty
                ? "nothing to do: the store is as the commit says"
                : "applied: \(counted(report.results.count, "change")), and a second look finds nothing left to do"
        )
    } else {
        let settled = report.results.count { $0.result.isSettled }
        let stopped = report.wasInterrupted ? "interrupted" : "applied in part"
        lines.append(
            style.paint(stopped, .error)
                + ": \(settled) of \(counted(report.results.count, "change")) done, "
                + "\(report.remaining.count) are left; run apply again to go on")
    }
    return lines.joined(separator: "\n") + "\n"
}

private func text(_ result: ChangeResult, _ style: Style) -> String {
    switch result {
    case .applied: style.paint("done", .added)
    case .alreadySo: "already so"
    case .skipped(let reason): style.paint("skipped", .warning) + " (\(terminalSafe(reason)))"
    case .failed(let reason): style.paint("failed", .error) + ": \(terminalSafe(reason))"
    case .conflict(let found): style.paint("conflict", .error) + ": \(terminalSafe(found))"
    case .unknown(let reason): style.paint("unknown", .error) + ": \(terminalSafe(reason))"
    }
}
