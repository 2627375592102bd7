internal import WritDiagnostics
internal import WritLint
package import WritManifest
package import WritModel

/// The findings as a JSON document of the format `writ/lint/1`, waived ones and those of the baseline among them.
///
/// - Parameter edits: what each finding's first fix would do, where it was worked out, by the finding's place in the report.
package func json(_ report: LintReport, edits: [Int: [FileEdit]] = [:]) -> JSONValue {
    let prints = fingerprints(report.findings)
    let counts = report.counts.map { JSONValue.Member($0.severity.rawValue, .integer($0.count)) }
    return [
        "format": "writ/lint/1", "fails": .boolean(report.fails),
        "failOn": .string(report.failOn.rawValue), "counts": .object(counts),
        "findings": .array(
            report.findings.enumerated().map { index, finding in
                json(finding, fingerprint: prints[index], edits: edits[index] ?? [])
            }),
        "diagnostics": .array(report.diagnostics.map { json($0) }),
    ]
}

private func json(_ finding: Finding, fingerprint: String, edits: [FileEdit]) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("rule", .string(finding.code)), .init("name", .string(finding.name)),
        .init("severity", .string(finding.severity.rawValue)), .init("message", .string(finding.message)),
        .init("subject", .string(finding.subject)), .init("fingerprint", .string(fingerprint)),
    ]
    if let span = finding.span { members.append(.init("span", json(span))) }
    if !finding.notes.isEmpty {
        members.append(
            .init(
                "notes",
                .array(
                    finding.notes.map { note in
                        var members: [JSONValue.Member] = [.init("message", .string(note.message))]
                        if let span = note.span { members.append(.init("span", json(span))) }
                        return .object(members)
                    })))
    }
    if let help = finding.help { members.append(.init("help", .string(help))) }
    if let fix = finding.fixes.first {
        members.append(
            .init(
                "fix",
                [
                    "title": .string(fix.title), "applicability": .string(fix.applicability.rawValue),
                    "replacements": .array(edits.compactMap(Replacement.init).map(\.json)),
                ]))
    }
    if let waiver = finding.waiver { members.append(.init("waiver", .string(waiver))) }
    if finding.isInBaseline { members.append(.init("inBaseline", .boolean(true))) }
    return .object(members)
}
