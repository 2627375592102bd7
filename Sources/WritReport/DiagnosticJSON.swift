package import WritDiagnostics
package import WritModel

/// Diagnostics as a JSON document, in their order.
///
/// - Parameter before: how many others the base has as well; `nil` where there is no base.
package func json(_ diagnostics: [Diagnostic], before: Int? = nil) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/validate/1"), .init("valid", .boolean(!diagnostics.hasErrors)),
        .init("diagnostics", .array(diagnostics.map { json($0) })),
    ]
    if let before { members.append(.init("inBase", .integer(before))) }
    return .object(members)
}

/// A diagnostic as JSON.
func json(_ diagnostic: Diagnostic) -> JSONValue {
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
