package import WritDiagnostics
package import WritModel

/// One thing that lint looks for.
///
/// INVARIANT: codes are never given to another rule, also not after theirs is gone.
///
/// One object for each rule: it is looked at for every document and never changes.
package final class Rule: Sendable {
    /// `SEC001`: the family's letters and three digits.
    package let code: String
    /// What is wrong, in kebab case: reads as *allow full-admin*.
    package let name: String
    /// What a finding weighs unless `writ.yaml` says otherwise.
    package let severity: LintSeverity
    /// The dialects whose documents it looks at.
    package let dialects: Set<Dialect>
    /// What `writ rule` prints.
    package let page: RulePage
    /// Whether it is off until `writ.yaml` or a flag names it: a matter of taste.
    package let isOptIn: Bool
    /// What can be set.
    package let options: [RuleOption]
    /// Codes of diagnostics that are this rule's findings: what reading the manifests finds already.
    package let diagnostics: [String]
    /// How it looks.
    package let check: RuleCheck

    /// A rule. Its catalogue line is what turns it on.
    package init(
        _ code: String, _ name: String, _ severity: LintSeverity,
        dialects: Set<Dialect> = Set(Dialect.allCases), isOptIn: Bool = false,
        options: [RuleOption] = [], page: RulePage,
        diagnostics: [String] = [], check: RuleCheck
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.dialects = dialects
        self.page = page
        self.isOptIn = isOptIn
        self.options = options
        self.diagnostics = diagnostics
        self.check = check
    }

    /// By its letters.
    package var family: RuleFamily {
        guard let family = RuleFamily(rawValue: String(code.prefix(3))) else {
            preconditionFailure("the code `\(code)` starts with no family's letters")
        }
        return family
    }
}

/// What a rule looks at. Whatever it finds goes into the ``Report``.
package enum RuleCheck: Sendable {
    /// One policy document by itself, from a manifest or a file.
    case policy(@Sendable (LintedPolicy, inout Report) -> Void)
    /// One statement of a document, as it is written and as it was understood, if it has one of these marks.
    case statement(
        of: ActionMarks = .any, @Sendable (LintedStatement, LintedPolicy, inout Report) -> Void)
    /// Everything that a target declares.
    case account(@Sendable (LintedAccount, inout Report) -> Void)
    /// Everything that a target declares, beside what it declared before.
    case change(@Sendable (_ before: LintedAccount, _ after: LintedAccount, inout Report) -> Void)
    /// One waiver, once all other rules have run and it is known what it covers.
    case waiver(@Sendable (WaiverUse, inout Report) -> Void)
    /// Nothing beyond ``Rule/diagnostics``.
    case reading
}
