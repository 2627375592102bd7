internal import ArgumentParser

/// `writ policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Lint, decide, compare and print plain policy documents, without a repository",
        subcommands: [
            PolicyLintCommand.self, PolicyDiffCommand.self, PolicyCanCommand.self,
            PolicyNoNewAccessCommand.self,
            PolicyFmtCommand.self,
            PolicyRedundantCommand.self,
        ])
}
