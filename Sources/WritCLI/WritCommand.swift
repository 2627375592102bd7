internal import ArgumentParser
internal import WritEngine

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
        version: Writ.version,
        subcommands: [
            ValidateCommand.self, PlanCommand.self, ApplyCommand.self, DriftCommand.self,
            ReleaseCommand.self, HistoryCommand.self, UnlockCommand.self, ImportCommand.self,
            AcceptCommand.self, FmtCommand.self, FetchChildCommand.self,
        ])

}

/// Runs the command line and ends the process with its exit code.
package func runCommandLine() async {
    await WritCommand.main()
}
