import Testing
import WritDiagnostics
import WritLint
import WritManifest
import WritModel
import WritPolicy

/// A case of a rule: a text in which `⟦…⟧` marks what the rule underlines. Without marks it has to stay silent.
struct RuleRow: CustomTestStringConvertible, Sendable {
    enum Form: Sendable {
        /// A policy document in YAML, which the row puts into a manifest.
        case document(PolicyKind)
        /// A file that is a policy document, of that name: for what manifests refuse.
        case file(String, PolicyKind)
        /// All manifests of a target.
        case manifests
    }

    let name: String
    let dialect: Dialect
    let form: Form
    let text: String
    /// What each finding says, in the order of the marks; none for any message.
    var messages: [String]
    /// What the first finding's help says.
    var help: String?
    /// The text once the fixes are made, where the findings have some.
    var fixed: String?
    /// Whether the findings' fixes are safe.
    var applicability = Applicability.safe
    var options: [String: RuleOption.Value] = [:]
    /// The manifests before the change.
    var before: String?
    var observed: ObservedState?
    var asOf = Instant(day: "2026-11-22") ?? Instant(epochSeconds: 0)
    /// What the findings weigh, where it is not what the rule says.
    var severity: LintSeverity?
    /// Whether a waiver of each finding is tried as well.
    var isWaivable = true

    var testDescription: String { name }

    /// A policy document, as YAML without its manifest.
    static func document(
        _ name: String, in dialect: Dialect = .huawei, kind: PolicyKind = .identity, _ text: String,
        messages: [String] = [], help: String? = nil, fixed: String? = nil,
        applicability: Applicability = .safe, options: [String: RuleOption.Value] = [:],
        severity: LintSeverity? = nil
    ) -> RuleRow {
        RuleRow(
            name: name, dialect: dialect, form: .document(kind), text: text, messages: messages, help: help,
            fixed: fixed, applicability: applicability, options: options, severity: severity)
    }

    /// A file that is a document: JSON unless its name ends in `.yaml`.
    static func file(
        _ name: String, in dialect: Dialect = .huawei, kind: PolicyKind = .identity,
        path: String = "policy.json", _ text: String, messages: [String] = [], help: String? = nil,
        fixed: String? = nil, applicability: Applicability = .safe,
        options: [String: RuleOption.Value] = [:], severity: LintSeverity? = nil
    ) -> RuleRow {
        RuleRow(
            name: name, dialect: dialect, form: .file(path, kind), text: text, messages: messages,
            help: help, fixed: fixed, applicability: applicability, options: options, severity: severity)
    }

    /// All manifests of a target, `before` those of the base.
    static func manifests(
        _ name: String, in dialect: Dialect = .huawei, _ text: String, before: String? = nil,
        observed: ObservedState? = nil, messages: [String] = [], help: String? = nil,
        fixed: String? = nil, applicability: Applicability = .safe,
        options: [String: RuleOption.Value] = [:], severity: LintSeverity? = nil, isWaivable: Bool = true
    ) -> RuleRow {
        RuleRow(
            name: name, dialect: dialect, form: .manifests, text: text, messages: messages, help: help,
            fixed: fixed, applicability: applicability, options: options, before: before,
            observed: observed, severity: severity, isWaivable: isWaivable)
    }
}

/// Runs a rule over a row: the findings are those that are marked, and gone where each has a waiver; fixes give the text that the row says.
///
/// - Parameter name: the rule's kebab name.
func expect(_ name: String, _ row: RuleRow, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let rule = ruleCatalogue.first(where: { $0.name == name }) else {
        Issue.record("the catalogue has no rule `\(name)`", sourceLocation: sourceLocation)
        return
    }
    let subject = RuleSubject(row)
    let findings = subject.findings(of: rule)
    let expected = subject.marked.spans.map(subject.describe)
    #expect(findings.map { subject.describe($0.span) } == expected, sourceLocation: sourceLocation)
    if !row.messages.isEmpty {
        #expect(findings.map(\.message) == row.messages, sourceLocation: sourceLocation)
    }
    if let help = row.help { #expect(findings.first?.help == help, sourceLocation: sourceLocation) }
    for finding in findings {
        #expect(finding.severity == row.severity ?? rule.severity, sourceLocation: sourceLocation)
    }
    if let fixed = row.fixed {
        #expect(
            findings.allSatisfy { $0.fixes.first?.applicability == row.applicability },
            sourceLocation: sourceLocation)
        #expect(
            subject.fixing(findings) == RuleSubject.whole(fixed, row.form), sourceLocation: sourceLocation)
    }
    if row.isWaivable, !findings.isEmpty {
        let waived = subject.withWaivers(of: rule, for: findings)
        #expect(
            waived.allSatisfy { ($0.waiver != nil) != $0.isRefusal },
            "a waiver covers each finding, and none for which the manifests are refused",
            sourceLocation: sourceLocation)
        #expect(waived.count >= findings.count, sourceLocation: sourceLocation)
    }
}
