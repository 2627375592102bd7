package import WritDiagnostics
internal import WritModel

/// What the rules find in policy documents, each by itself. Sorted by place.
///
/// - Parameter texts: the text of a file, for places; without it findings have none.
package func lint(
    _ policies: [LintedPolicy], with rules: RuleSet, texts: @escaping (String) -> SourceText?
) -> [Finding] {
    var run = LintRun(rules, Places(SourceMap(), target: nil, texts: texts))
    run.policies(policies)
    return run.findings.ordered()
}

/// Runs rules over subjects and collects what they find.
struct LintRun {
    private let rules: RuleSet
    /// Where what follows stands.
    var places: Places
    private(set) var findings: [Finding] = []
    /// Of the rules about documents, by number; empty until they are first asked.
    private var reports: [Report] = []

    init(_ rules: RuleSet, _ places: Places) {
        self.rules = rules
        self.places = places
    }

    /// Every rule about documents and statements.
    mutating func policies(_ policies: [LintedPolicy]) {
        if reports.isEmpty { reports = rules.documentRules.map { Report($0, rules.options(of: $0)) } }
        for policy in policies { rules.documentRules(policy.dialect)?.look(at: policy, &reports) }
        for number in reports.indices where !reports[number].drafts.isEmpty {
            place(reports[number].takeDrafts(), of: rules.documentRules[number])
        }
    }

    /// What was found since this was last asked for.
    mutating func takeFindings() -> [Finding] {
        defer { findings = [] }
        return findings
    }

    /// Every rule about an account, and with `before` those about a change.
    mutating func account(_ account: LintedAccount, before: LintedAccount?) {
        for rule in rules.rules where rules.isUsed(rule) && rule.dialects.contains(account.dialect) {
            switch rule.check {
            case .account(let check): run(rule) { check(account, &$0) }
            case .change(let check):
                if let before { run(rule) { check(before, account, &$0) } }
            case .policy, .statement, .waiver, .reading: continue
            }
        }
    }

    /// The diagnostics that are findings of a rule.
    ///
    /// - Returns: those that are not.
    mutating func adopt(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        var owners: [String: Rule] = [:]
        for rule in rules.rules { for code in rule.diagnostics { owners[code] = rule } }
        return diagnostics.filter { diagnostic in
            guard let rule = owners[diagnostic.code] else { return true }
            let isRefusal = diagnostic.severity == .error
            // What is wrong is never off: nothing can be planned from it. A warning is no error under another name.
            let severity =
                isRefusal
                ? .error
                : rules.severity(min(rule.severity, .medium), of: rule, in: diagnostic.span?.file)
            guard let severity else { return false }
            var finding = Finding(
                code: rule.code, name: rule.name, severity: severity, message: diagnostic.message,
                span: diagnostic.span, label: diagnostic.label, notes: diagnostic.notes,
                help: diagnostic.help, fixes: [], subject: diagnostic.span?.file ?? "")
            finding.isRefusal = isRefusal
            finding.isSecret = diagnostic.isSecret
            findings.append(finding)
            return false
        }
    }

    /// Lets a rule report, and places what it reports.
    mutating func run(_ rule: Rule, _ check: (inout Report) -> Void) {
        var report = Report(rule, rules.options(of: rule))
        check(&report)
        place(report.takeDrafts(), of: rule)
    }

    private mutating func place(_ drafts: [Report.Draft], of rule: Rule) {
        for draft in drafts {
            let span = places.span(of: draft.place)
            guard let severity = rules.severity(draft.severity ?? rule.severity, of: rule, in: span?.file)
            else { continue }
            let notes = draft.notes.map { note in
                DiagnosticNote(note.message, at: note.place.flatMap { places.span(of: $0) })
            }
            findings.append(
                Finding(
                    code: rule.code, name: rule.name, severity: severity, message: draft.message, span: span,
                    label: draft.label, notes: notes, help: draft.help, fixes: draft.fixes,
                    subject: draft.place.subject, holder: places.holder(of: draft.place)))
        }
    }
}
