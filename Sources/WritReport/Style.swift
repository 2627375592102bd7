/// How text is set off: with the terminal's colours, or not at all.
package struct Style: Hashable, Sendable {
    /// What a piece of text is, which decides its looks.
    package enum Role: Sendable {
        case error, warning, note, help
        case added, removed, changed
        case strong, faint
    }

    /// Whether colours are used.
    package var isColored: Bool

    /// No colours.
    package static let plain = Style(isColored: false)
    /// The terminal's colours.
    package static let colored = Style(isColored: true)

    /// `text` set off as `role`; unchanged in the plain style. The text has to be escaped before.
    package func paint(_ text: String, _ role: Role) -> String {
        guard isColored, !text.isEmpty else { return text }
        return "\u{1b}[\(code(of: role))m\(text)\u{1b}[0m"
    }

    /// The parameters of the terminal's SGR sequence (ECMA-48 §8.3.117).
    private func code(of role: Role) -> String {
        switch role {
        case .error: "1;31"
        case .warning: "1;33"
        case .note: "1;36"
        case .help: "36"
        case .added: "32"
        case .removed: "31"
        case .changed: "33"
        case .strong: "1"
        case .faint: "2"
        }
    }
}
