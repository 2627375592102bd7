package import WritDiagnostics

/// The diagnostics as text for people: each with its place, the source underlined, notes and help, then
/// a line that counts them. Empty for no diagnostics.
///
/// Everything that comes from the user is shown inert: see ``terminalSafe(_:)``. What a diagnostic marks
/// as a secret is shown nowhere, also not in the excerpt of another diagnostic.
///
/// - Parameter sources: the text of a file, if it is at hand; without it the excerpt is left out.
package func render(
    _ diagnostics: [Diagnostic], sources: (String) -> SourceText?, style: Style
) -> String {
    render(
        diagnostics.map { ($0, $0.severity.rawValue) }, summary: summary(of: diagnostics), sources: sources,
        style: style)
}

/// The same, each diagnostic under a word of its own instead of its severity, and with another last line.
func render(
    _ headed: [(diagnostic: Diagnostic, word: String)], summary: String, sources: (String) -> SourceText?,
    style: Style
) -> String {
    guard !headed.isEmpty else { return "" }
    let diagnostics = headed.map(\.diagnostic)
    let secrets = Dictionary(grouping: diagnostics.filter(\.isSecret).compactMap(\.span), by: \.file)
    var excerpts: [String: ExcerptSource] = [:]
    for file in Set(diagnostics.prefix(mostExcerpts).compactMap(\.span?.file)) {
        excerpts[file] = sources(file).map { ExcerptSource($0, secrets: secrets[file] ?? []) }
    }
    let texts = headed.enumerated().map { index, entry in
        text(of: entry.diagnostic, entry.word, index < mostExcerpts ? excerpts : [:], style)
    }
    return texts.joined(separator: "\n") + "\n" + style.paint(summary, .strong) + "\n"
}

/// How many diagnostics are shown with their source: a hostile file has as many as it has bytes.
private let mostExcerpts = 500

/// `2 errors, 1 warning`.
package func summary(of diagnostics: [Diagnostic]) -> String {
    let counts = [(Severity.error, "error"), (.warning, "warning"), (.note, "note")]
        .map { severity, word in (diagnostics.count { $0.severity == severity }, word) }
        .filter { $0.0 > 0 }
    return counts.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }.joined(separator: ", ")
}

private func text(
    of diagnostic: Diagnostic, _ word: String, _ excerpts: [String: ExcerptSource], _ style: Style
) -> String {
    let role = role(of: diagnostic.severity)
    var lines = [
        style.paint("\(word)[\(diagnostic.code)]", role) + ": "
            + style.paint(terminalSafe(diagnostic.message), .strong)
    ]
    let gutter = max(2, diagnostic.span.map { String($0.start.line).count } ?? 0)
    if let span = diagnostic.span {
        lines.append(arrow(to: span, gutter, style))
        // What concerns a file as a whole is not shown at its first line, which is not at fault.
        if !span.isWholeFile, let excerpt = excerpts[span.file]?.excerpt(of: span) {
            lines += framed(excerpt, span, diagnostic, gutter: gutter, role, style)
        }
    }
    for note in diagnostic.notes {
        lines.append(style.paint("note", .note) + ": " + terminalSafe(note.message))
        if let span = note.span { lines.append(arrow(to: span, gutter, style)) }
    }
    if let help = diagnostic.help {
        lines.append(style.paint("help", .help) + ": " + terminalSafe(help))
    }
    return lines.joined(separator: "\n") + "\n"
}

private func role(of severity: Severity) -> Style.Role {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
}

private func arrow(to span: SourceSpan, _ gutter: Int, _ style: Style) -> String {
    style.paint(spaces(gutter) + "-->", .faint) + " " + terminalSafe(span.description)
}

/// The source line between its frame, and the underline below it.
private func framed(
    _ excerpt: Excerpt, _ span: SourceSpan, _ diagnostic: Diagnostic, gutter: Int, _ role: Style.Role,
    _ style: Style
) -> [String] {
    let number = String(span.start.line)
    let bar = style.paint(spaces(gutter) + " |", .faint)
    let label = diagnostic.label.map { " " + terminalSafe($0) } ?? ""
    let underline = String(repeating: "^", count: excerpt.underlineWidth)
    return [
        bar,
        style.paint(spaces(gutter - number.count) + number + " |", .faint)
            + (excerpt.text.isEmpty ? "" : " " + excerpt.text),
        bar + " " + spaces(excerpt.underlineStart) + style.paint(underline + label, role),
    ]
}

private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
