internal import WritDiagnostics
internal import WritEngine
internal import WritLint
package import WritManifest
package import WritModel

/// The findings as a JSON document of the format `writ/lint/1`, waived ones and those of the baseline among them.
///
/// - Parameter edits: what each finding's first fix would do, where it was worked out, by the finding's place in the report.
package func json(_ report: LintReport, edits: [Int: [FileEdit]] = [:]) -> JSONValue {
    let prints = fingerprints(report.findings)
    let findings = report.findings.enumerated().map { index, finding in
        json(finding, fingerprint: prints[index], edits: edits[index] ?? [])
    }
    return .object(head(report) + [.init("findings", .array(findings))] + tail(report))
}

/// The text of ``json(_:edits:)`` as ``inertInLogs(_:)`` makes it, in pieces that each end with a line: those of many findings are
/// made on all cores.
package func inertJSON(_ report: LintReport, edits: [Int: [FileEdit]] = [:]) async -> [String] {
    let list = LongListText(before: head(report), name: "findings", after: tail(report))
    let findings = report.findings
    let shares = shares(of: findings.count, size: 256)
    guard let last = shares.last else { return [inertInLogs(json(report, edits: edits).prettyText)] }
    let likenesses = await onAllCores(shares) { findings[$0].map(likeness) }
    let numbered = numbered(likenesses.flatMap(\.self))
    let pieces = await onAllCores(shares) { share in
        let values = share.map { index in
            let print = fingerprint(numbered[index].text, number: numbered[index].number)
            return json(findings[index], fingerprint: print, edits: edits[index] ?? [])
        }
        return inertInLogs(list.text(of: values, isLast: share == last))
    }
    return [inertInLogs(list.start)] + pieces + [inertInLogs(list.end)]
}

/// The members of a report before its findings.
private func head(_ report: LintReport) -> [JSONValue.Member] {
    let counts = report.counts.map { JSONValue.Member($0.severity.rawValue, .integer($0.count)) }
    return [
        .init("format", "writ/lint/1"), .init("fails", .boolean(report.fails)),
        .init("failOn", .string(report.failOn.rawValue)), .init("counts", .object(counts)),
    ]
}

/// The members of a report behind its findings.
private func tail(_ report: LintReport) -> [JSONValue.Member] {
    [.init("diagnostics", .array(report.diagnostics.map { json($0) }))]
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
