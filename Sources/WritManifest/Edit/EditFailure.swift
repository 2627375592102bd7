package import WritDiagnostics

/// Why a text cannot be edited in place; nothing is edited then.
package struct EditFailure: Error, Hashable {
    /// What is in the way, where it stands, and what to do by hand.
    package var diagnostic: Diagnostic

    /// Takes what the user is told.
    package init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }

    init(_ message: String, at span: SourceSpan?, help: String? = nil) {
        diagnostic = Diagnostic(
            "edit.not-in-place", message, at: span,
            help: help ?? "make the change by hand; nothing was written")
    }
}
