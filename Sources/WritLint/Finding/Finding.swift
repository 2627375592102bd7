package import WritDiagnostics

/// A located problem that a rule reports.
package struct Finding: Sendable {
    /// The code of its rule.
    package var code: String
    /// The kebab name of its rule.
    package var name: String
    /// What it weighs after all settings.
    package var severity: LintSeverity
    /// One standalone lower-case sentence without a full stop, with user input in backticks.
    package var message: String
    /// Where; `nil` where no text is at hand.
    package var span: SourceSpan?
    /// A few words beside the underlined text.
    package var label: String?
    /// Further sentences.
    package var notes: [DiagnosticNote]
    /// What to do about it.
    package var help: String?
    /// How it could be mended, the best way first.
    package var fixes: [Fix]
    /// What it is about, as one text that stays when lines move: an address or a file, with the path inside.
    package var subject: String
    /// Another place that a waiver may cover: that of the object that holds the document.
    package var holder: SourceSpan?
    /// The manifests are refused because of it: no setting, waiver or baseline lets it pass.
    package var isRefusal = false
    /// The text under ``span`` is a secret.
    package var isSecret = false
    /// Why it is not counted: the waiver's reason.
    package var waiver: String?
    /// Whether the baseline has it.
    package var isInBaseline = false

    /// Whether it counts for the exit code.
    package var isActive: Bool { waiver == nil && !isInBaseline }
}

extension Sequence<Finding> {
    /// By file, place and code.
    package func ordered() -> [Finding] {
        let findings = Array(self)
        guard findings.count > 1 else { return findings }
        // By their places: a finding is large to move about.
        return findings.indices.sorted { findings[$0].comesBefore(findings[$1]) }.map { findings[$0] }
    }
}

extension Finding {
    /// Whether it stands before another one.
    fileprivate func comesBefore(_ other: Finding) -> Bool {
        switch (span, other.span) {
        case (let x?, let y?) where x != y: x < y
        case (nil, _?): true
        case (_?, nil): false
        default: (code, message, subject) < (other.code, other.message, other.subject)
        }
    }
}
