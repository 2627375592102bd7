internal import ArgumentParser
internal import WritModel

/// `writ-dev measure comparisons`: the time of comparing two documents.
struct MeasureComparisonsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "comparisons", abstract: "Compare the pairs of AWS policies of a file")

    @Argument(help: "JSON lines: {\"old\":…,\"new\":…}; see Tests/Benchmarks/policies.py")
    var file: String

    @Option(help: "How often each; the best counts")
    var rounds = 5

    func run() throws { print(try measureComparisons(fileLines(file), rounds: rounds).compactText) }
}
