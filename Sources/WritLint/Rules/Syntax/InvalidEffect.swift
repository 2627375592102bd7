internal import WritDiagnostics
internal import WritManifest
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A statement without an effect, or with one that is none.
    static let invalidEffect = Rule(
        "SYN004", "invalid-effect", .error,
        page: RulePage(
            summary: "A statement has no `Effect`, or one that is not exactly `Allow` or `Deny`.",
            why:
                "The vendor refuses the document, or leaves the statement out: a Deny that is misspelled denies nothing.",
            avoid: "Effect: allow",
            prefer: "Effect: Allow",
            fixSafety: "Safe where only the case differs: the effect is the same word.",
            references: ["parliament MALFORMED"]),
        diagnostics: ["policy.effect"],
        check: .statement(inspect))
}

private func inspect(_ statement: LintedStatement, _ policy: LintedPolicy, _ report: inout Report) {
    guard let effect = statement.element(.effect) else {
        if !statement.members.isEmpty {
            report.find(
                "the statement has no `Effect`", at: statement.path, of: policy,
                help: "add `Effect`: `Allow` or `Deny`")
        }
        return
    }
    guard let text = effect.value.string else {
        return report.find("`Effect` takes `Allow` or `Deny`", at: effect.path, of: policy)
    }
    guard text != "Allow", text != "Deny" else { return }
    let known = ["Allow", "Deny"].first { $0.lowercased() == text.lowercased() }
    report.find(
        "`\(text)` is no effect", at: effect.path, of: policy,
        help: known.map { "write `\($0)`" } ?? "write `Allow` or `Deny`",
        fix: known.map {
            Fix("write `\($0)`", .safe, .document([.set(effect.path, .string($0))], of: policy.id))
        })
}
