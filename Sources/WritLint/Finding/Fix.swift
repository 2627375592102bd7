package import WritDiagnostics
package import WritManifest
package import WritModel

/// How far a fix may be trusted.
package enum Applicability: String, Sendable {
    /// Means the same as before, proved by the rule's kind: `--fix` makes it.
    case safe
    /// What was most likely meant, but something else than before: `--fix --unsafe` makes it.
    case unsafe
    /// Only shown.
    case displayOnly = "display-only"
}

/// A change that would mend a finding.
package struct Fix: Sendable {
    /// What it does, as an order: `write the effect as Allow`.
    package var title: String
    /// How far it may be trusted.
    package var applicability: Applicability
    /// What changes.
    package var edit: Edit

    /// What changes.
    package enum Edit: Sendable {
        /// A policy document, step by step.
        case document([DocumentEdit], of: LintedPolicy.ID)
        /// An object's manifest, so that it declares this instead.
        case object(DesiredObject)
        /// A stretch of a manifest's text goes, with its line where nothing else stands there: a comment.
        case comment(SourceSpan)
    }

    /// A change that would mend a finding.
    package init(_ title: String, _ applicability: Applicability, _ edit: Edit) {
        self.title = title
        self.applicability = applicability
        self.edit = edit
    }
}
