internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritReport

/// `writ`.
struct WritCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "writ",
        abstract: "Keep identity and access management in git",
        discussion: """
            Manifests in a git commit declare users, groups, policies, agencies and password policies. \
            Writ compares them with a live store, shows what would change, and applies it.

            Exit codes: 0 done, 1 error, 2 changes pending (plan --exit-code), 3 drift, 4 findings, \
            5 refused, 6 applied in part, 7 not everything could be read, 64 wrong usage.
            """,
        version: versionLine,
        subcommands: [
            InitCommand.self,
            ImportCommand.self,
            ValidateCommand.self,
            LintCommand.self,
            RuleCommand.self,
            ObserveCommand.self,
            PlanCommand.self,
            ApplyCommand.self,
            DiffCommand.self,
            DriftCommand.self,
            AcceptCommand.self,
            FmtCommand.self,
            ReleaseCommand.self,
            TestCommand.self,
            CanCommand.self,
            WhoCanCommand.self,
            ExplainCommand.self,
            HistoryCommand.self,
            UnlockCommand.self,
            PolicyCommand.self,
            CompletionsCommand.self,
            FetchChildCommand.self,
        ])

}

/// Runs the command line and ends the process with its exit code.
///
/// - Parameter commit: what the program was built from, for `--version`.
package func runCommandLine(commit: String?) async {
    await BuiltFrom.$commit.withValue(commit) {
        // The argument parser tells what is wrong and ends the process; it does not know what was meant.
        if let hint = commandHint(CommandLine.arguments) { Terminal.error.write(hint + "\n") }
        await WritCommand.main()
    }
}

/// The command that was probably meant, where the first word is none.
private func commandHint(_ arguments: [String]) -> String? {
    guard let word = arguments.dropFirst().first, !word.hasPrefix("-") else { return nil }
    var names = ["help"]
    for command in WritCommand.configuration.subcommands where command.configuration.shouldDisplay {
        names += command.configuration.commandName.map { [$0] } ?? []
    }
    guard !names.contains(word), word != FetchChildCommand.name,
        let name = nearestName(to: word, among: names)
    else { return nil }
    return "help: there is no command `\(terminalSafe(word))`; did you mean `writ \(name)`?"
}

/// What this program was built from.
private enum BuiltFrom {
    /// Set by the program before it looks at its arguments; `nil` in tests and outside of git.
    @TaskLocal static var commit: String?
}

/// `writ 0.1.0 (9f2c1ab, 2026-11-22)`. Plans are bound to the version without the commit.
private var versionLine: String {
    "writ " + Writ.version + (BuiltFrom.commit.map { " (\($0))" } ?? "")
}
