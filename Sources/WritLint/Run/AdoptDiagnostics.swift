package import WritDiagnostics
internal import WritManifest
internal import WritModel

/// Diagnostics parted into those that are a rule's findings and the others.
package func adopt(
    _ diagnostics: [Diagnostic], with rules: RuleSet
) -> (findings: [Finding], others: [Diagnostic]) {
    var run = LintRun(rules, Places(SourceMap(), target: nil) { _ in nil })
    let others = run.adopt(diagnostics)
    return (run.findings, others)
}
