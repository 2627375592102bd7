internal import WritDiagnostics

/// Says in words a reader understands what libyaml could not read.
struct YamlSyntax {
    let file: String
    let bytes: [UInt8]

    /// The diagnostic for `failure`, at the place where the mistake starts rather than where it shows.
    func diagnostic(_ failure: YamlFailure) -> Diagnostic {
        let at = failure.mark, opened = failure.contextMark
        let character = scalar(at: at)
        switch (failure.problem, failure.context) {
        case let (problem, _) where problem.contains("directive") || problem.contains("incompatible YAML"):
            return Diagnostic(
                "yaml.directive-forbidden", "directives are not used in manifests", at: span(at),
                help: "delete the lines that start with `%`")
        case let (problem, _) where problem.contains("tag") && !problem.contains("tab"):
            return Diagnostic("yaml.tag-forbidden", "tags are not used in manifests", at: span(at))
        case let (problem, _) where character == "\t" || problem.contains("tab character"):
            return tab(at)
        case let (problem, context) where context.contains("flow") && problem.contains("expected"):
            return unclosedFlow(opened, isMapping: context.contains("mapping"))
        case ("found unexpected end of stream", let context) where context.contains("quoted"):
            return syntax("the quote opened here is not closed", opened, help: "close it")
        case (let problem, _) where problem.contains("unknown escape"):
            return syntax(
                "there is no such escape in a double-quoted text", at,
                help: "write `\\\\` for a backslash, or use single quotes")
        case (let problem, _) where problem.contains("Unicode character escape"):
            return Diagnostic(
                "text.invalid-scalar", "the escape names no Unicode character",
                at: span(backslash(before: at)), help: "write the character itself")
        case ("mapping values are not allowed in this context", _):
            return secondColon(at)
        case ("block sequence entries are not allowed in this context", _):
            return syntax(
                "an item cannot start here", at,
                help: "put the list on the lines below its key, or quote the text")
        case ("could not find expected ':'", _):
            return noColon(opened)
        case ("did not find expected key", _), ("did not find expected '-' indicator", _):
            return misplaced(at, within: opened, isList: failure.problem.contains("'-'"))
        case ("did not find expected <document start>", _):
            return syntax(
                "text stands after the end of the document", at, help: "start a new document with `---`")
        case ("found character that cannot start any token", _):
            return syntax(
                "`\(character.map(String.init) ?? "")` cannot start a text", at, help: "quote the text")
        case (let problem, let context) where context.contains("block scalar"):
            return syntax("the block text cannot be read: \(problem)", at)
        default:
            return syntax("this is not YAML: \(failure.problem)", at)
        }
    }

    private func syntax(_ message: String, _ mark: YamlNode.Mark, help: String? = nil) -> Diagnostic {
        Diagnostic("yaml.syntax", message, at: span(mark), help: help)
    }

    private func tab(_ mark: YamlNode.Mark) -> Diagnostic {
        let text = line(mark)
        let column = text.firstIndex(of: "\t").map { text.distance(from: text.startIndex, to: $0) + 1 }
        let start = YamlNode.Mark(line: mark.line, column: UInt32(column ?? Int(mark.column)))
        return Diagnostic(
            "yaml.tab", "a tab stands where YAML takes only spaces", at: span(start),
            help: "indent with spaces")
    }

    private func unclosedFlow(_ mark: YamlNode.Mark, isMapping: Bool) -> Diagnostic {
        syntax(
            isMapping ? "the `{` opened here is not closed" : "the `[` opened here is not closed", mark,
            help: isMapping
                ? "separate the fields with `,` and end with `}`"
                : "separate the items with `,` and end with `]`")
    }

    private func secondColon(_ mark: YamlNode.Mark) -> Diagnostic {
        let before = line(mark).prefix(Int(mark.column) - 1)
        let indent = before.prefix { $0 == " " }.count
        guard !before.contains(":") else {
            return syntax(
                "a key cannot start here", mark,
                help: "quote a text that holds `: `, and put each key on a line of its own")
        }
        let key = SourceSpan(
            file: file, start: SourcePosition(line: Int(mark.line), column: indent + 1), end: mark.position)
        // Longer keys are none to libyaml unless they are marked with `?`.
        guard before.count - indent <= 1024 else {
            return Diagnostic(
                "yaml.key-size", "a key of \(before.count - indent) characters is too long", at: key,
                help: "shorten it; a text that holds `: ` has to be quoted")
        }
        return Diagnostic(
            "yaml.syntax", "this key is indented more than the keys above it", at: key,
            help: "give the keys of one mapping the same indentation")
    }

    private func noColon(_ mark: YamlNode.Mark) -> Diagnostic {
        if line(mark).contains("\u{A0}") {
            return Diagnostic(
                "yaml.not-a-mapping", "a `key: value` is due here", at: span(mark),
                help: "U+00A0 is not a space; type an ordinary one after the colon")
        }
        return syntax("a `key: value` is due here", mark, help: "write `:` and a space after the key")
    }

    private func misplaced(_ mark: YamlNode.Mark, within opened: YamlNode.Mark, isList: Bool) -> Diagnostic {
        Diagnostic(
            "yaml.syntax",
            isList ? "this is not an item of the list above it" : "this does not fit the mapping above it",
            at: span(mark),
            notes: [
                DiagnosticNote(isList ? "the list starts here" : "the mapping starts here", at: span(opened))
            ],
            help: "give everything at one level the same indentation")
    }

    private func span(_ mark: YamlNode.Mark) -> SourceSpan {
        SourceSpan(file: file, start: mark.position, end: mark.next.position)
    }

    /// libyaml points behind the letter of an escape.
    private func backslash(before mark: YamlNode.Mark) -> YamlNode.Mark {
        let before = line(mark).prefix(Int(mark.column) - 1)
        guard let index = before.lastIndex(of: "\\") else { return mark }
        let column = before.distance(from: before.startIndex, to: index) + 1
        return YamlNode.Mark(line: mark.line, column: UInt32(column))
    }

    private func line(_ mark: YamlNode.Mark) -> String.UnicodeScalarView {
        (SourceText(path: file, bytes: bytes).line(Int(mark.line)) ?? "").unicodeScalars
    }

    private func scalar(at mark: YamlNode.Mark) -> Unicode.Scalar? {
        line(mark).dropFirst(Int(mark.column) - 1).first
    }
}
