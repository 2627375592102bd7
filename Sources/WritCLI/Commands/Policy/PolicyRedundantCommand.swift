internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ policy redundant`.
struct PolicyRedundantCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "redundant",
        abstract: "Show what could be left out of policies without changing any access",
        discussion: """
            Statements that others cover or a Deny refuses, entries that lie in wider ones, and policies that mean the \
            same as another one or add nothing beside it. All of it is proved; what cannot be told is not shown. Each row \
            holds by itself: of two that cover each other one has to stay.
            """)

    @Argument(
        help: ArgumentHelp("Policies as JSON: a document or a list of documents each", valueName: "file"))
    var files: [String]

    @Option(help: "Whose policy language the documents are in: aws, huawei, jd or volcengine")
    var dialect: Dialect

    @Option(help: "What the documents are attached to: identity, resource or trust")
    var kind = PolicyKind.identity

    @Flag(help: "Exit with 4 if something could be left out")
    var check = false

    @OptionGroup var output: OutputOptions

    func perform() async throws(Failure) -> WritExit {
        var policies: [(name: String, set: PolicySet)] = []
        for file in files {
            let value = try json(try contents(ofFile: file, atMost: 64 << 20), from: "`\(file)`")
            policies.append((file, policySet(value, dialect, kind: kind, options: ReadingOptions())))
        }
        let report = RedundancyReport(policies)
        switch output.format {
        case .text: Terminal.output.write(render(report, style: output.style))
        case .json: Terminal.output.write(json(report).prettyText)
        }
        return check && report.hasFindings ? .findings : .done
    }
}
