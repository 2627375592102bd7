import WritDiagnostics

/// A source text with the expected place marked: `name: ⟦no⟧`.
///
/// U+F700 + n stands for the raw byte n, so that texts that are no UTF-8 can be written down too; it
/// counts as one column.
struct MarkedText {
    var bytes: [UInt8] = []
    /// The marked stretches, in order.
    var spans: [SourceSpan] = []
    /// The text of each, without the marks.
    var marked: [String] = []

    init(_ text: String, file: String = "m.yaml") {
        var position = SourcePosition(line: 1, column: 1)
        var open: [(SourcePosition, String)] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "⟦": open.append((position, ""))
            case "⟧":
                guard let (start, inside) = open.popLast() else { continue }
                spans.append(SourceSpan(file: file, start: start, end: position))
                marked.append(inside)
            default:
                for index in open.indices { open[index].1.unicodeScalars.append(scalar) }
                if (0xF700...0xF7FF).contains(scalar.value) {
                    bytes.append(UInt8(scalar.value - 0xF700))
                } else {
                    bytes += String(Character(scalar)).utf8
                }
                position.column += 1
                if scalar == "\n" { position = SourcePosition(line: position.line + 1, column: 1) }
            }
        }
    }
}
