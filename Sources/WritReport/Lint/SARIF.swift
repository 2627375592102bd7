internal import WritDiagnostics
internal import WritLint
package import WritManifest
package import WritModel

/// The findings as a SARIF 2.1.0 log of one run.
///
/// Source: OASIS Static Analysis Results Interchange Format 2.1.0; GitHub reads `partialFingerprints`, `security-severity` and at most
/// 5,000 results of a run.
///
/// - Parameters:
///   - version: of Writ.
///   - edits: what each finding's first fix would do, by the finding's place in the report.
package func sarif(_ report: LintReport, version: String, edits: [Int: [FileEdit]] = [:]) -> JSONValue {
    let used = Set(report.findings.map(\.code))
    let rules = report.rules.filter { used.contains($0.code) }
    let indices = Dictionary(
        rules.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let prints = fingerprints(report.findings)
    let results = report.findings.enumerated().map { index, finding in
        result(finding, rule: indices[finding.code], fingerprint: prints[index], edits: edits[index] ?? [])
    }
    return [
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
        "runs": [
            [
                "tool": [
                    "driver": [
                        "name": "Writ", "version": .string(version),
                        "rules": .array(rules.map(descriptor)),
                    ]
                ],
                "columnKind": "unicodeCodePoints",
                "results": .array(results + report.diagnostics.map(result)),
            ]
        ],
    ]
}

private func descriptor(_ rule: Rule) -> JSONValue {
    [
        "id": .string(rule.code), "name": .string(rule.name),
        "shortDescription": ["text": .string(rule.page.summary)],
        "fullDescription": ["text": .string(rule.page.why)],
        "help": ["text": .string(plainPage(rule)), "markdown": .string(markdownPage(rule))],
        "defaultConfiguration": ["level": .string(rule.severity.sarifLevel)],
        "properties": [
            "tags": ["security", .string(rule.family.title.lowercased())],
            "precision": "high", "security-severity": .string(rule.severity.score),
        ],
    ]
}

private func result(
    _ finding: Finding, rule: Int?, fingerprint: String, edits: [FileEdit]
) -> JSONValue {
    var members: [JSONValue.Member] = [.init("ruleId", .string(finding.code))]
    if let rule { members.append(.init("ruleIndex", .integer(rule))) }
    members += [
        .init("level", .string(finding.severity.sarifLevel)),
        .init("message", message(finding)),
        .init("locations", .array(finding.span.map { [location($0)] } ?? [])),
        // The name by which GitHub tells an alert that it knows.
        .init("partialFingerprints", ["primaryLocationLineHash": .string(fingerprint)]),
        .init("properties", ["severity": .string(finding.severity.rawValue)]),
    ]
    let related = finding.notes.enumerated().compactMap { index, note in
        note.span.map { span in
            var place = location(span).members ?? []
            place.insert(.init("id", .integer(index)), at: 0)
            place.append(.init("message", ["text": .string(note.message)]))
            return JSONValue.object(place)
        }
    }
    if !related.isEmpty { members.append(.init("relatedLocations", .array(related))) }
    if let fix = finding.fixes.first, !edits.isEmpty { members.append(.init("fixes", [sarif(fix, edits)])) }
    if let waiver = finding.waiver {
        members.append(
            .init("suppressions", [["kind": "inSource", "justification": .string(waiver)]]))
    } else if finding.isInBaseline {
        members.append(.init("suppressions", [["kind": "external", "justification": "in the baseline"]]))
    }
    return .object(members)
}

/// A problem of the text that belongs to no rule.
private func result(_ diagnostic: Diagnostic) -> JSONValue {
    [
        "ruleId": .string(diagnostic.code), "level": .string(diagnostic.severity.sarifLevel),
        "message": [
            "text": .string([diagnostic.message, diagnostic.help].compactMap(\.self).joined(separator: "; "))
        ],
        "locations": .array(diagnostic.span.map { [location($0)] } ?? []),
    ]
}

private func message(_ finding: Finding) -> JSONValue {
    var text = finding.message
    for note in finding.notes where note.span == nil { text += "; " + note.message }
    if let help = finding.help { text += ". Help: " + help }
    return ["text": .string(text)]
}

private func sarif(_ fix: Fix, _ edits: [FileEdit]) -> JSONValue {
    [
        "description": ["text": .string(fix.title)],
        "artifactChanges": .array(
            edits.compactMap { edit in
                Replacement(edit).map { replacement in
                    [
                        "artifactLocation": ["uri": .string(uri(edit.path))],
                        "replacements": [
                            [
                                "deletedRegion": region(replacement.span),
                                "insertedContent": ["text": .string(replacement.text)],
                            ]
                        ],
                    ]
                }
            }),
    ]
}

private func location(_ span: SourceSpan) -> JSONValue {
    [
        "physicalLocation": [
            "artifactLocation": ["uri": .string(uri(span.file)), "uriBaseId": "%SRCROOT%"],
            "region": region(span),
        ]
    ]
}

private func region(_ span: SourceSpan) -> JSONValue {
    [
        "startLine": .integer(span.start.line), "startColumn": .integer(span.start.column),
        "endLine": .integer(span.end.line), "endColumn": .integer(span.end.column),
    ]
}

/// A path as a relative URI reference: every byte that RFC 3986 does not leave as it is in a path is escaped.
func uri(_ path: String) -> String {
    var result = ""
    for byte in path.utf8 {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            result.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            let digits = String(byte, radix: 16, uppercase: true)
            result += "%" + (digits.count == 1 ? "0" : "") + digits
        }
    }
    return result
}

extension LintSeverity {
    /// The level that SARIF knows.
    fileprivate var sarifLevel: String { shown.sarifLevel }

    /// The score by which GitHub sorts security alerts: over 9 critical, from 7 high, from 4 medium.
    fileprivate var score: String {
        switch self {
        case .critical: "9.5"
        case .error, .high: "8.0"
        case .medium: "5.5"
        case .low: "3.0"
        case .info: "1.0"
        }
    }
}

extension Severity {
    /// The level that SARIF knows.
    fileprivate var sarifLevel: String { rawValue }
}
