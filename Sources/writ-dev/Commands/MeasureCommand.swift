internal import ArgumentParser

/// `writ-dev measure`: what deciding and comparing access costs on this machine, as JSON.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Measure what access costs, for Tests/Benchmarks/policies.sh",
        subcommands: [
            MeasureDecisionsCommand.self, MeasureComparisonsCommand.self, MeasureAccountCommand.self,
            MeasureHoldersCommand.self,
        ])
}
