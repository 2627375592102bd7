import Testing
import WritDiagnostics
import WritLint

/// Runs a rule over a row whose findings are about the target as a whole, so that nothing in a manifest is underlined.
///
/// - Parameter notes: what the first finding's notes say.
func expectOfTarget(
    _ name: String, _ row: RuleRow, _ messages: [String], notes: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let rule = ruleCatalogue.first(where: { $0.name == name }) else {
        Issue.record("the catalogue has no rule `\(name)`", sourceLocation: sourceLocation)
        return
    }
    let findings = RuleSubject(row).findings(of: rule)
    #expect(findings.map(\.message) == messages, sourceLocation: sourceLocation)
    for finding in findings {
        #expect(finding.span == nil, sourceLocation: sourceLocation)
        #expect(finding.subject == "writ.yaml", sourceLocation: sourceLocation)
        #expect(finding.severity == rule.severity, sourceLocation: sourceLocation)
    }
    #expect((findings.first?.notes ?? []).map(\.message) == notes, sourceLocation: sourceLocation)
}
