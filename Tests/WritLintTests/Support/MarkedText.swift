import WritDiagnostics

/// A text in which `⟦…⟧` marks what has to be underlined.
struct MarkedText {
    /// Without the marks.
    let text: String
    /// The marked stretches, in order.
    let spans: [SourceSpan]

    /// Reads the marks, which do not nest and stay on one line.
    init(_ marked: String, file: String) {
        var text = ""
        var spans: [SourceSpan] = []
        var position = SourcePosition(line: 1, column: 1)
        var start: SourcePosition?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = position
            case "⟧":
                if let start { spans.append(SourceSpan(file: file, start: start, end: position)) }
                start = nil
            default:
                text.unicodeScalars.append(scalar)
                if scalar == "\n" {
                    position = SourcePosition(line: position.line + 1, column: 1)
                } else {
                    position.column += 1
                }
            }
        }
        self.text = text
        self.spans = spans
    }
}
