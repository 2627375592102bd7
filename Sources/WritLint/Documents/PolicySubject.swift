package import WritDiagnostics
internal import WritManifest
package import WritModel
package import WritPolicy

/// A policy text that is to be linted, as it can be handed from thread to thread.
package struct PolicySubject: Sendable {
    /// The text. Its path is what findings name.
    package var source: SourceText
    /// The text is one line of a file of many: the document itself, or an object that holds it under `policy`.
    package var isLine: Bool

    /// A text that is a document, or a list of some.
    package init(source: SourceText, isLine: Bool = false) {
        self.source = source
        self.isLine = isLine
    }

    /// The documents in it; none where the text cannot be read.
    package func policies(dialect: Dialect, kind: PolicyKind) -> [LintedPolicy] {
        guard isLine else { return policyFile(source, id: source.path, dialect: dialect, kind: kind) }
        guard let json = try? JSONValue(parsing: source.bytes) else { return [] }
        return [
            LintedPolicy(
                id: .init(.file(source.path)), dialect: dialect, kind: kind, json: json["policy"] ?? json)
        ]
    }
}

/// What the rules find in policy texts, one after the other. Sorted by place within each.
package func lint(
    _ subjects: some Sequence<PolicySubject>, dialect: Dialect, kind: PolicyKind, with rules: RuleSet
) -> [Finding] {
    var findings: [Finding] = []
    var run = LintRun(rules, Places(nil))
    for subject in subjects {
        run.places = Places(subject.isLine ? nil : subject.source)
        run.policies(subject.policies(dialect: dialect, kind: kind))
        findings += run.takeFindings().ordered()
    }
    return findings
}
