package import WritDiagnostics
internal import WritLint

/// The findings as text for people, each with its place and the source underlined, then a line that counts them.
///
/// - Parameter sources: the text of a file, if it is at hand; without it the excerpt is left out.
package func render(_ report: LintReport, sources: (String) -> SourceText?, style: Style) -> String {
    let findings = report.active.map { ($0.diagnostic, $0.severity.rawValue) }
    guard !findings.isEmpty else { return report.summary + "\n" }
    return render(findings, summary: report.summary, sources: sources, style: style)
}

extension Finding {
    /// The finding as a diagnostic of its rule's code; what a fix would do is the last word of the help.
    var diagnostic: Diagnostic {
        // What has no place in a file, such as one line of many documents, is told by its name.
        let isNamed = span == nil && !subject.isEmpty
        var diagnostic = Diagnostic(
            code, severity.shown, message, at: span, label: label,
            notes: (isNamed ? [DiagnosticNote("in \(subject)")] : []) + notes, help: helpWithFix)
        diagnostic.isSecret = isSecret
        return diagnostic
    }

    private var helpWithFix: String? {
        let flag: String?
        switch fixes.first?.applicability {
        case .safe: flag = "`--fix` does it"
        case .unsafe: flag = "`--fix --unsafe` would \(fixes.first?.title ?? "")"
        case .displayOnly, nil: flag = nil
        }
        return [help, flag].compactMap(\.self).joined(separator: "; ").nilIfEmpty
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
