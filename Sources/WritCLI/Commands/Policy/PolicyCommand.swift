internal import ArgumentParser

/// `writ policy`.
struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Decide and compare plain policy documents, without a repository",
        subcommands: [PolicyDiffCommand.self, PolicyCanCommand.self, PolicyNoNewAccessCommand.self])
}
