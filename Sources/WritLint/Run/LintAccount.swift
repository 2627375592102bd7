package import WritDiagnostics
internal import WritManifest
internal import WritModel

/// What a run over a target says.
package struct LintResult: Sendable {
    /// Sorted by place.
    package var findings: [Finding]
    /// What is wrong with the manifests and belongs to no rule, in order.
    package var diagnostics: [Diagnostic]
}

/// What the rules find in everything that a target declares.
///
/// - Parameters:
///   - before: what the target declared before, for rules about changes.
///   - diagnostics: what reading the manifests found: those that a rule owns become its findings.
///   - isBroken: the manifests are refused: what they declare is not whole, so that only documents are looked at.
///   - place: where the target's name stands in `writ.yaml`.
///   - texts: the text of a file, for places and comments.
package func lint(
    _ account: LintedAccount, before: LintedAccount? = nil, diagnostics: [Diagnostic] = [],
    with rules: RuleSet, isBroken: Bool = false, place: SourceSpan? = nil,
    texts: @escaping (String) -> SourceText?
) -> LintResult {
    var run = LintRun(rules, Places(account.sources, target: place, texts: texts))
    let others = run.adopt(diagnostics)
    run.policies(account.policies)
    if !isBroken { run.account(account, before: before) }
    return LintResult(findings: run.findings.ordered(), diagnostics: others)
}
