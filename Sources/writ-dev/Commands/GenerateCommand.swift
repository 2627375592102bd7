internal import ArgumentParser

/// `writ-dev generate`: files of the repository that follow from the code.
struct GenerateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write what follows from the code",
        subcommands: [
            GenerateSchemasCommand.self, GeneratePipelinesCommand.self, GenerateRulesCommand.self,
        ])
}
