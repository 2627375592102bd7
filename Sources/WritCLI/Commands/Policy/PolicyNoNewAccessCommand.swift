internal import ArgumentParser
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ policy no-new-access`.
struct PolicyNoNewAccessCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "no-new-access",
        abstract: "Fail where a new version of a policy allows more than the old one",
        discussion: """
            Exits with 4 where access is gained, with 7 where it cannot be told. With --jsonl each line of standard input is a case \
            {"id", "old", "new"}; the answers are those of `writ policy diff`, and the worst case decides the exit code.
            """)

    @Argument(
        help: ArgumentHelp("The policy before, as JSON: a document or a list of documents", valueName: "old"))
    var old: String?

    @Argument(help: ArgumentHelp("The policy after", valueName: "new"))
    var new: String?

    @OptionGroup var documents: DialectOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if documents.jsonl != (old == nil) || documents.jsonl != (new == nil) {
            throw ValidationError("give two files, or --jsonl to read cases from standard input")
        }
    }

    func perform() async throws(Failure) -> WritExit {
        guard let old, let new else {
            return answerLines { (line) throws(PolicyCaseError) in
                let policies = try PolicyDiffCase(line, documents.dialect, documents.reading)
                let comparison = compare(old: policies.old, new: policies.new)
                return (json(comparison, of: policies, regions: false), exit(comparison))
            }
        }
        let pair = try policyPair(old, new, documents)
        let comparison = compare(old: pair.old, new: pair.new, extent: .findings)
        show(comparison, of: pair, output)
        return exit(comparison)
    }

    private func exit(_ comparison: AccessComparison) -> WritExit {
        switch comparison.gained.verdict {
        case true: .findings
        case false: .done
        default: .incomplete
        }
    }
}
