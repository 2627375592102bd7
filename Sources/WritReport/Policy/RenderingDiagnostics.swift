package import WritDiagnostics
internal import WritManifest
internal import WritModel
package import WritPolicy

/// What would change where a document is printed in another form, at the places of its text.
package func diagnostics(_ problems: [RenderingProblem], in file: SourceText) -> [Diagnostic] {
    problems.map { problem in
        Diagnostic(
            problem.code, problem.isError ? .error : .warning, problem.message,
            at: span(of: problem.path, in: file),
            notes: problem.witness.map { [DiagnosticNote("such as \(requestLine($0))")] } ?? [],
            help: problem.help)
    }.ordered()
}

/// What a vendor would refuse in a document, as warnings: the document counts all the same.
package func warnings(_ problems: [PolicyProblem], in file: SourceText) -> [Diagnostic] {
    problems.map {
        Diagnostic("render.problem", .warning, $0.message, at: span(of: $0.path, in: file))
    }.ordered()
}

private func span(of path: ElementPath, in file: SourceText) -> SourceSpan? {
    documentSpan(of: path.steps, inFile: file)
}
