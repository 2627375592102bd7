internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ policy diff`.
struct PolicyDiffCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what one version of a policy allows that the other does not",
        discussion: """
            Compares what the documents mean, not how they are written: each row of access gained or lost comes with a \
            request that proves it, and where nothing changes that is proved too.

            With --jsonl each line of standard input is a case {"id", "old", "new"}, a document or a list of documents \
            each, and is answered by {"id", "gained", "lost", "gainedWitness", "lostWitness", "unknown"}; gained and lost are \
            true, false, or null where it cannot be told.
            """)

    @Argument(
        help: ArgumentHelp("The policy before, as JSON: a document or a list of documents", valueName: "old"))
    var old: String?

    @Argument(help: ArgumentHelp("The policy after", valueName: "new"))
    var new: String?

    @OptionGroup var documents: DialectOptions
    @OptionGroup var output: OutputOptions

    @Flag(help: "With --jsonl: list each pattern that gives or takes access, with a request of its own")
    var regions = false

    func validate() throws {
        if documents.jsonl != (old == nil) || documents.jsonl != (new == nil) {
            throw ValidationError("give two files, or --jsonl to read cases from standard input")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        guard let old, let new else {
            return answerLines { (line) throws(PolicyCaseError) in
                let policies = try PolicyDiffCase(line, documents.dialect, documents.reading)
                let comparison = compare(
                    old: policies.old, new: policies.new, extent: regions ? .findings : .verdict)
                return (json(comparison, of: policies, regions: regions), .done)
            }
        }
        let pair = try policyPair(old, new, documents)
        let comparison = compare(old: pair.old, new: pair.new, extent: .findings)
        show(comparison, of: pair, output)
        return .done
    }
}

/// The documents of two files as a case.
///
/// - Throws: ``Failure`` for a file that cannot be read.
func policyPair(_ old: String, _ new: String, _ documents: DialectOptions) throws(Failure) -> PolicyDiffCase {
    let pair: JSONValue = [
        "old": try documents.policies(inFile: old), "new": try documents.policies(inFile: new),
    ]
    do throws(PolicyCaseError) {
        return try PolicyDiffCase(pair, documents.dialect, documents.reading)
    } catch {
        throw .message(error.message, help: nil)
    }
}

/// Prints a comparison, and what the vendor would refuse in the documents.
func show(_ comparison: AccessComparison, of pair: PolicyDiffCase, _ output: OutputOptions) {
    for (name, set) in [("old", pair.old), ("new", pair.new)] {
        for problem in set.readings.flatMap(\.problems) {
            Terminal.error.write("warning: \(name) policy, \(terminalSafe(problem.path.description)): ")
            Terminal.error.write(terminalSafe(problem.message) + "\n")
        }
    }
    switch output.format {
    case .text:
        Terminal.output.write(render(comparison, old: pair.old, new: pair.new, style: output.style))
    case .json:
        Terminal.output.write(json(comparison, of: pair, regions: true).prettyText)
    }
}
