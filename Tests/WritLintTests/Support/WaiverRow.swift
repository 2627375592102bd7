import WritDiagnostics
import WritLint
import WritManifest
import WritModel

/// A policy's statements with waivers in their comments; `⟦…⟧` marks the waivers that are reported.
struct WaiverRow {
    let subject: RuleSubject

    init(_ statements: String) {
        subject = RuleSubject(
            .manifests(
                "waivers",
                """
                apiVersion: writ/v1
                kind: Policy
                metadata: {name: subject}
                spec:
                  document:
                    Version: "1.1"
                    Statement:

                """ + statements))
    }

    var expected: [String] { subject.marked.spans.map(subject.describe) }

    /// The findings of one rule where another one runs beside it.
    func findings(of name: String, beside other: String, at moment: String? = nil) -> [Finding] {
        let rules = ruleCatalogue.filter { $0.name == name || $0.name == other }
        let source = SourceText(path: subject.path, bytes: Array(subject.marked.text.utf8))
        let found = rules.flatMap { subject.findings(of: $0) }
        let time = moment.flatMap { Instant(rfc3339: $0) } ?? subject.row.asOf
        return apply(waivers(in: source), to: found, with: RuleSet(rules), at: time).filter {
            $0.name == name
        }
    }

    func fixed(_ findings: [Finding]) -> String? { subject.fixing(findings) }
}

extension RuleSubject {
    func describe(_ finding: Finding) -> String { describe(finding.span) }
}
