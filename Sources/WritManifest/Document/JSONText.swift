internal import WritDiagnostics
internal import WritModel

/// How many problems of a document are told; to find the place of one costs as much as the text is long.
private let mostProblems = 100

/// A document written as JSON text, in a file of its own or inside a manifest.
struct JSONText {
    let bytes: [UInt8]
    let file: String
    /// The place of the byte at an offset into `bytes`; `nil` where the text was folded or escaped.
    let position: (Int) -> SourcePosition?
    /// The place of the whole text.
    let whole: SourceSpan
    /// Hidden characters in it were reported already.
    var isHiddenKnown = false

    /// The document, and what is wrong with it.
    func read() -> (PolicyDocument?, [Diagnostic]) {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(parsing: bytes)
        } catch {
            return (nil, [diagnostic(error)])
        }
        let hidden = ["text.bidi", "text.invisible", "text.unassigned"]
        let problems = (scalarProblems(of: json) + structureProblems(of: json))
            .filter { !isHiddenKnown || !hidden.contains($0.code) }
            .prefix(mostProblems)
        let diagnostics = problems.map { problem in
            var diagnostic = Diagnostic(
                problem.code, problem.message, at: span(of: problem.path), help: problem.help)
            diagnostic.isSecret = problem.isSecret
            return diagnostic
        }
        return (diagnostics.isEmpty ? PolicyDocument(json) : nil, diagnostics)
    }

    /// The value without any check of what it says, or what is wrong with the text.
    func value() -> (JSONValue?, [Diagnostic]) {
        do throws(JSONError) {
            return (try JSONValue(parsing: bytes), [])
        } catch {
            return (nil, [diagnostic(error)])
        }
    }

    private func diagnostic(_ error: JSONError) -> Diagnostic {
        guard let earlier = error.earlierOffset else {
            return Diagnostic(
                "policy.json", "this is not JSON: \(error.message)",
                at: span(error.offset..<min(error.offset + 1, bytes.count)))
        }
        let locator = JSONLocator(bytes)
        return Diagnostic(
            "policy.duplicate-key", error.message, at: span(locator.rangeOfText(at: error.offset)),
            notes: [DiagnosticNote("it stands first here", at: span(locator.rangeOfText(at: earlier)))],
            help: "keep one of the two")
    }

    /// Where the value at the end of `path` stands; the value around it where there is none.
    func span(of path: [ElementPath.Step]) -> SourceSpan {
        let locator = JSONLocator(bytes)
        guard let range = locator.range(of: path) ?? locator.range(of: path.dropLast()) else { return whole }
        return span(range)
    }

    /// Where the name of the member at the end of `path` stands; of an item, its value.
    func keySpan(of path: [ElementPath.Step]) -> SourceSpan {
        guard let range = JSONLocator(bytes).rangeOfKey(of: path) else { return span(of: path) }
        return span(range)
    }

    /// Where a part of the text stands; of one over several lines its first character.
    func span(_ range: Range<Int>) -> SourceSpan {
        guard let start = position(range.lowerBound), var end = position(range.upperBound) else {
            return whole
        }
        if end.line > start.line { end = SourcePosition(line: start.line, column: start.column + 1) }
        if end == start { end.column += 1 }
        return SourceSpan(file: file, start: start, end: end)
    }
}

/// The place of the byte at `offset` of a text whose first line is line `line` of a file.
///
/// - Parameter indent: how many columns the text's lines are indented by in the file.
func position(of offset: Int, in bytes: [UInt8], line: Int = 1, indent: (Int) -> Int) -> SourcePosition {
    let before = bytes[..<min(offset, bytes.count)]
    let number = before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let column = before[start...].count { $0 & 0xC0 != 0x80 }
    return SourcePosition(line: line + number, column: column + 1 + indent(number))
}
