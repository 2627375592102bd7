package import WritDiagnostics
package import WritLint

/// What a lint run says, ready to be written in any format.
package struct LintReport: Sendable {
    /// Sorted by place, those that a waiver or the baseline covers among them.
    package var findings: [Finding]
    /// What is wrong with the text and belongs to no rule, in order.
    package var diagnostics: [Diagnostic]
    /// Findings of this weight and above fail the run.
    package var failOn: LintSeverity
    /// The rules that ran.
    package var rules: [Rule]

    /// What a run found.
    package init(
        findings: [Finding], diagnostics: [Diagnostic] = [], failOn: LintSeverity = .medium,
        rules: [Rule] = ruleCatalogue
    ) {
        self.findings = findings
        self.diagnostics = diagnostics
        self.failOn = failOn
        self.rules = rules
    }

    /// The findings that count, in order.
    package var active: [Finding] { findings.filter(\.isActive) }

    /// Whether a finding that counts weighs enough to fail the run.
    package var fails: Bool { findings.contains { $0.isActive && $0.severity >= failOn } }

    /// How many findings of each weight count, the heaviest weight first.
    package var counts: [(severity: LintSeverity, count: Int)] {
        var counts: [LintSeverity: Int] = [:]
        for finding in findings where finding.isActive { counts[finding.severity, default: 0] += 1 }
        return LintSeverity.allCases.reversed().map { ($0, counts[$0] ?? 0) }
    }

    /// `2 errors, 1 high, 3 low; 4 waived, 2 in the baseline`.
    package var summary: String {
        var parts: [String] = []
        for (severity, count) in counts where count > 0 {
            parts.append("\(count) \(severity == .error && count > 1 ? "errors" : severity.rawValue)")
        }
        var text = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
        let waived = findings.count { $0.waiver != nil }
        let known = findings.count { $0.isInBaseline && $0.waiver == nil }
        var besides: [String] = []
        if waived > 0 { besides.append("\(waived) waived") }
        if known > 0 { besides.append("\(known) in the baseline") }
        if !besides.isEmpty { text += "; " + besides.joined(separator: ", ") }
        return text
    }
}

extension LintSeverity {
    /// The severity of a diagnostic that is shown alike.
    var shown: Severity {
        switch self {
        case .error, .critical, .high: .error
        case .medium: .warning
        case .low, .info: .note
        }
    }
}
