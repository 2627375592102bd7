internal import ArgumentParser
internal import WritModel

/// `writ-dev measure decisions`: requests decided a second.
struct MeasureDecisionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "decisions", abstract: "Decide the requests of a file against its policies")

    @Argument(help: "JSON lines: the documents by set, then a request each; see Tests/Benchmarks/policies.py")
    var file: String

    @Option(help: "How often; the best round counts")
    var rounds = 20

    func run() throws { print(try measureDecisions(fileLines(file), rounds: rounds).compactText) }
}
