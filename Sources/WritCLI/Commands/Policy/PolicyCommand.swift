internal import ArgumentParser

/// `writ policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Decide, compare and print plain policy documents, without a repository",
        subcommands: [
            PolicyDiffCommand.self, PolicyCanCommand.self, PolicyNoNewAccessCommand.self,
            PolicyFmtCommand.self,
            PolicyRedundantCommand.self,
        ])
}
