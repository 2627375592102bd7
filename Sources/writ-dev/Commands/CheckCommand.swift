internal import ArgumentParser

/// `writ-dev check`: the rules that neither the compiler nor the formatter knows.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check what the compiler does not",
        subcommands: [CheckLayoutCommand.self])
}
