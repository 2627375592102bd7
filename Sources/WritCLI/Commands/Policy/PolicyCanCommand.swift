internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ policy can`.
struct PolicyCanCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "can", abstract: "Say whether policies allow a request, and which statement decides",
        discussion: """
            With --jsonl each line of standard input is a case of "id", "policies", "resourcePolicy", "trustPolicy", \
            "boundaries", "principal", "action", "resource", "resourceAccount" and "context", of which only `action` is required, and is answered by \
            "id", "decision" and "by"; the decision is allowed, explicitDeny, implicitDeny or uncertain.
            """)

    @Argument(help: ArgumentHelp("Policies as JSON, which decide together", valueName: "file"))
    var files: [String] = []

    @OptionGroup var documents: DialectOptions
    @OptionGroup var output: OutputOptions

    @Option(help: "What is to be done, such as iam:users:createUser")
    var action: String?

    @Option(help: ArgumentHelp("The resource it is done to", valueName: "resource"))
    var on: String?

    @Option(
        name: .customLong("with"),
        help: ArgumentHelp("A value of the context; repeat for several", valueName: "key=value"))
    var context: [String] = []

    func validate() throws {
        if documents.jsonl != (action == nil) || documents.jsonl != files.isEmpty {
            throw ValidationError("give --action and files, or --jsonl to read cases from standard input")
        }
        if let wrong = context.first(where: { !$0.contains("=") }) {
            throw ValidationError("`--with \(wrong)` is not key=value")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        guard let action else {
            return answerLines { (line) throws(PolicyCaseError) in
                let asked = try PolicyQuestionCase(line, documents.dialect, documents.reading)
                return (json(asked.question.answer(), of: asked), .done)
            }
        }
        var policies: [JSONValue] = []
        for file in files {
            let value = try documents.policies(inFile: file)
            policies += value["Statement"] == nil ? value.array ?? [value] : [value]
        }
        var values: [String: [JSONValue]] = [:]
        for pair in context {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            values[String(parts[0]), default: []].append(.string(String(parts[1])))
        }
        let line = JSONValue.object([
            .init("policies", .array(policies)), .init("action", .string(action)),
            .init("resource", .string(on ?? "")),
            .init(
                "context", .object(values.sorted { $0.key < $1.key }.map { .init($0.key, .array($0.value)) })),
        ])
        do throws(PolicyCaseError) {
            let asked = try PolicyQuestionCase(line, documents.dialect, documents.reading)
            let answer = asked.question.answer()
            switch output.format {
            case .text:
                Terminal.output.write(render(answer, of: asked.question, files: files, style: output.style))
            case .json: Terminal.output.write(json(answer, of: asked).prettyText)
            }
        } catch {
            throw .message(error.message, help: nil)
        }
        return .done
    }
}
