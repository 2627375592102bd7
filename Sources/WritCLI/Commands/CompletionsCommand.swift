internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritReport

/// `writ completions`: the files that a package installs beside the program.
struct CompletionsCommand: RunningCommand {
    /// What can be printed.
    enum Output: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish, man
    }

    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print completions for a shell, or the manual page",
        discussion: """
            Made from this very program, so that they are never older than it:

              bash: writ completions bash > ~/.local/share/bash-completion/completions/writ
              zsh:  writ completions zsh > a folder of $fpath, as _writ
              fish: writ completions fish > ~/.config/fish/completions/writ.fish
              man:  writ completions man > /usr/local/share/man/man1/writ.1
            """)

    @Argument(help: ArgumentHelp("bash, zsh or fish; or man for the manual page", valueName: "shell"))
    var output: Output

    func perform() async throws(Failure) -> WritExit {
        let text: String
        switch output {
        case .bash: text = WritCommand.completionScript(for: .bash)
        case .zsh: text = WritCommand.completionScript(for: .zsh)
        case .fish: text = WritCommand.completionScript(for: .fish)
        case .man: text = try manual()
        }
        Terminal.output.write(text.hasSuffix("\n") ? text : text + "\n")
        return .done
    }

    private func manual() throws(Failure) -> String {
        do throws(JSONError) {
            let help = try JSONValue(parsing: Array(WritCommand._dumpHelp().utf8))
            return manualPage(help, version: Writ.version, exits: WritExit.allCases.map(\.row))
        } catch {
            throw .message("the help cannot be read: \(error.message)", help: nil)
        }
    }
}
