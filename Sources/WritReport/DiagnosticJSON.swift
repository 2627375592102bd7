package import WritDiagnostics
package import WritModel

/// Diagnostics as a JSON document, in their order.
package func json(_ diagnostics: [Diagnostic]) -> JSONValue {
    [
        "format": "writ/validate/1", "valid": .boolean(!diagnostics.hasErrors),
        "diagnostics": .array(diagnostics.map(json)),
    ]
}

private func json(_ diagnostic: Diagnostic) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("code", .string(diagnostic.code)), .init("severity", .string(diagnostic.severity.rawValue)),
        .init("message", .string(diagnostic.message)),
    ]
    if let span = diagnostic.span { members.append(.init("span", json(span))) }
    if !diagnostic.notes.isEmpty {
        members.append(
            .init(
                "notes",
                .array(
                    diagnostic.notes.map { note in
                        var members: [JSONValue.Member] = [.init("message", .string(note.message))]
                        if let span = note.span { members.append(.init("span", json(span))) }
                        return .object(members)
                    })))
    }
    if let help = diagnostic.help { members.append(.init("help", .string(help))) }
    return .object(members)
}

/// A stretch of a file.
func json(_ span: SourceSpan) -> JSONValue {
    [
        "file": .string(span.file), "line": .integer(span.start.line), "column": .integer(span.start.column),
        "endLine": .integer(span.end.line), "endColumn": .integer(span.end.column),
    ]
}
