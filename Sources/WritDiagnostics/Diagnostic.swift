/// How much a diagnostic weighs.
package enum Severity: String, Sendable, Hashable, Comparable {
    case note, warning, error

    package static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }

    private var weight: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// A further sentence under a diagnostic, with or without a place of its own.
package struct DiagnosticNote: Hashable, Sendable {
    /// A lower-case sentence.
    package var message: String
    /// The place it speaks of, where there is one.
    package var span: SourceSpan?

    package init(_ message: String, at span: SourceSpan? = nil) {
        self.message = message
        self.span = span
    }
}

/// A located problem with the user's text: collected, never thrown.
///
/// `message` is one standalone lower-case sentence without a full stop and with user input in
/// backticks; only `help` suggests what to do.
package struct Diagnostic: Hashable, Sendable {
    /// A stable dotted code such as `schema.unknown-field`.
    package var code: String
    /// How much it weighs.
    package var severity: Severity
    /// One standalone lower-case sentence without a full stop, with user input in backticks.
    package var message: String
    /// The smallest stretch of text that shows the problem; `nil` where no text is at fault.
    package var span: SourceSpan?
    /// A few words printed beside the underlined text.
    package var label: String?
    /// Further sentences, such as where the first of two stands.
    package var notes: [DiagnosticNote]
    /// What to do about it; the only part that suggests.
    package var help: String?
    /// The text under `span` is a secret: no renderer shows it, under this diagnostic or another.
    package var isSecret = false

    package init(
        _ code: String, _ severity: Severity, _ message: String, at span: SourceSpan? = nil,
        label: String? = nil, notes: [DiagnosticNote] = [], help: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.span = span
        self.label = label
        self.notes = notes
        self.help = help
    }

    /// An error.
    package init(
        _ code: String, _ message: String, at span: SourceSpan? = nil, label: String? = nil,
        notes: [DiagnosticNote] = [], help: String? = nil
    ) {
        self.init(code, .error, message, at: span, label: label, notes: notes, help: help)
    }
}

extension Sequence<Diagnostic> {
    /// The diagnostics sorted by file, position and code, each once.
    package func ordered() -> [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return filter { seen.insert($0).inserted }
            .sorted { a, b in
                switch (a.span, b.span) {
                case (let x?, let y?) where x != y: x < y
                case (nil, _?): true
                case (_?, nil): false
                default: (a.code, a.message) < (b.code, b.message)
                }
            }
    }

    /// Whether one of the diagnostics is an error.
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
