internal import WritDiagnostics
internal import WritModel
package import WritPolicy

/// What became of tests and invariants: a line for each that holds, and the counterexample for each that does not.
package func render(_ results: [CheckResult], places: AccessPlaces, style: Style) -> String {
    var lines: [String] = []
    for result in results {
        let statements = result.check.kind == .invariant ? "principal" : "check"
        if result.holds {
            lines.append(
                style.paint("ok", .added) + "    " + terminalSafe(result.check.id)
                    + style.paint("    \(counted(result.count, statements))", .faint))
            continue
        }
        for finding in result.findings {
            let isFailed = finding.sort == .failed
            lines.append(
                style.paint(isFailed ? "FAIL" : "?   ", isFailed ? .error : .warning) + "  "
                    + terminalSafe("\(result.check.id): \(finding.message)") + place(finding.span, style))
            for reason in finding.reasons { lines.append("      why  " + terminalSafe(reason.description)) }
            for evidence in finding.evidence {
                let proof = render(evidence.answer, to: evidence.question, places: places, style: style)
                let context = contextWords(evidence)
                if !context.isEmpty { lines.append("      with " + terminalSafe(context)) }
                lines += proof.split(separator: "\n").map { "      " + $0 }
            }
        }
    }
    let failed = results.count { $0.findings.contains { $0.sort == .failed } }
    let unknown = results.count { !$0.holds } - failed
    var summary = ["\(results.count - failed - unknown) of \(results.count) hold"]
    if failed > 0 { summary.append("\(failed) fail\(failed == 1 ? "s" : "")") }
    if unknown > 0 { summary.append("\(unknown) cannot be told") }
    lines.append(summary.joined(separator: ", "))
    return lines.joined(separator: "\n") + "\n"
}

/// What a request says beyond its action and resource.
private func contextWords(_ evidence: CheckEvidence) -> String {
    evidence.question.context.sorted { $0.key < $1.key }.map { key, values in
        values.map { "\(key)=\($0)" }.joined(separator: " ")
    }.joined(separator: " ")
}
