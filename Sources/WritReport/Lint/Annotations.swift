internal import WritDigest
internal import WritDiagnostics
internal import WritLint
package import WritModel

/// The findings as GitHub workflow commands, one line each: a runner shows them beside the lines of a pull request.
///
/// Every text of the user is escaped: nothing in it can start a command of its own. Source: GitHub, *Workflow commands*;
/// `escapeData` and `escapeProperty` of actions/toolkit.
package func githubAnnotations(_ report: LintReport) -> String {
    var lines: [String] = []
    for finding in report.active {
        lines.append(
            annotation(
                finding.severity.shown, "\(finding.code) \(finding.name)", finding.message, finding.help,
                finding.span))
    }
    for diagnostic in report.diagnostics {
        lines.append(
            annotation(
                diagnostic.severity, diagnostic.code, diagnostic.message, diagnostic.help, diagnostic.span))
    }
    return lines.map { $0 + "\n" }.joined()
}

private func annotation(
    _ severity: Severity, _ title: String, _ message: String, _ help: String?, _ span: SourceSpan?
) -> String {
    let command =
        switch severity {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    var properties: [String] = []
    if let span {
        properties.append("file=" + property(span.file))
        properties.append("line=\(span.start.line)")
        properties.append("endLine=\(span.end.line)")
        // Columns are shown only within one line.
        if span.start.line == span.end.line {
            properties.append("col=\(span.start.column)")
            properties.append("endColumn=\(span.end.column)")
        }
    }
    properties.append("title=" + property(title))
    let text = [message, help.map { "help: " + $0 }].compactMap(\.self).joined(separator: "\n")
    return "::\(command) \(properties.joined(separator: ","))::\(data(text))"
}

private func data(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { terminalSafe(String($0)) }
        .joined(separator: "\n")
        .replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
}

private func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}

/// The findings as a GitLab Code Quality report.
///
/// Source: GitLab, *Code Quality*: `description`, `check_name`, `fingerprint`, `severity` and `location` of each.
package func gitlabCodeQuality(_ report: LintReport) -> JSONValue {
    let prints = fingerprints(report.active)
    let findings = report.active.enumerated().map { index, finding in
        entry(
            finding.message, finding.code, prints[index], finding.severity.gitlab, finding.span)
    }
    let problems = report.diagnostics.map { diagnostic in
        entry(
            diagnostic.message, diagnostic.code,
            String(
                Digest(of: "\(diagnostic.code)\n\(diagnostic.span?.description ?? "")\n\(diagnostic.message)")
                    .hex.prefix(32)),
            diagnostic.severity == .error ? "blocker" : "minor", diagnostic.span)
    }
    return .array(findings + problems)
}

private func entry(
    _ message: String, _ code: String, _ fingerprint: String, _ severity: String, _ span: SourceSpan?
) -> JSONValue {
    [
        "description": .string(message), "check_name": .string(code), "fingerprint": .string(fingerprint),
        "severity": .string(severity),
        "location": [
            "path": .string(span?.file ?? "writ.yaml"),
            "lines": ["begin": .integer(span?.start.line ?? 1), "end": .integer(span?.end.line ?? 1)],
        ],
    ]
}

extension LintSeverity {
    /// GitLab's word for the weight.
    fileprivate var gitlab: String {
        switch self {
        case .error: "blocker"
        case .critical: "critical"
        case .high: "major"
        case .medium: "minor"
        case .low, .info: "info"
        }
    }
}
