internal import ArgumentParser
internal import WritDiagnostics
internal import WritModel
internal import WritPolicy
internal import WritReport

extension PolicyForm: ExpressibleByArgument {}
extension PolicyKind: ExpressibleByArgument {}

/// `writ policy fmt`.
struct PolicyFmtCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Print a policy document laid out, in canonical form, or in another vendor's language",
        discussion: """
            Without --to and --canonical the document stays as its author wrote it, laid out.

            With --to it is printed in another vendor's language, or in Huawei's other generation, only if it means \
            exactly the same there: what is printed is read again as that vendor does and compared. Each place that \
            would change meaning is an error. Actions are kept by name; names of resources and principals are never \
            translated.

            With --canonical policies that mean the same are printed the same, as far as the usual edits go: sorted, \
            merged, without what other entries and statements cover, proved equal.
            """)

    @Argument(help: ArgumentHelp("The policy document, as JSON", valueName: "file"))
    var file: String

    @Option(help: "Whose policy language the document is in: aws, huawei, jd or volcengine")
    var dialect: Dialect

    @Option(
        help: ArgumentHelp(
            "What to print it as: aws, huawei-1.1, huawei-5.0, jd or volcengine", valueName: "form"))
    var to: PolicyForm?

    @Option(help: "What the document is attached to: identity, resource or trust")
    var kind = PolicyKind.identity

    @Flag(help: "Sort, merge, and leave out what is covered")
    var canonical = false

    func perform() async throws(Failure) -> WritExit {
        let bytes = try contents(ofFile: file, atMost: 64 << 20)
        var document = try json(bytes, from: "`\(file)`")
        let text = SourceText(path: file, bytes: bytes)
        var warned: [Diagnostic] = []
        if let to {
            let rendering = renderPolicy(document, from: dialect, to: to, kind: kind)
            document = try printed(rendering, text, &warned)
        } else {
            warned += warnings(readPolicy(document, dialect: dialect, kind: kind).problems, in: text)
        }
        if canonical {
            let rendering = canonicalPolicy(document, dialect: to?.dialect ?? dialect, kind: kind)
            document = try printed(rendering, text, &warned)
        }
        Terminal.error.write(render(warned, sources: { _ in text }, style: Terminal.error.style))
        Terminal.output.write(document.prettyText)
        return .done
    }

    /// The document; what is to be looked at goes to `warned`.
    ///
    /// - Throws: ``Failure`` with every place where it cannot be printed.
    private func printed(
        _ rendering: PolicyRendering, _ text: SourceText, _ warned: inout [Diagnostic]
    ) throws(Failure) -> JSONValue {
        let found = diagnostics(rendering.problems, in: text)
        guard let document = rendering.document else { throw .invalid(found, sources: [file: text]) }
        warned += found
        return document
    }
}
