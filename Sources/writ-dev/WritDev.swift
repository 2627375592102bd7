internal import ArgumentParser

/// `writ-dev`: the checks and generators for people who work on Writ itself.
@main
struct WritDev: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writ-dev",
        abstract: "Check and generate in the repository of Writ",
        subcommands: [CheckCommand.self, GenerateCommand.self, MeasureCommand.self, NewCommand.self])
}
