internal import ArgumentParser
internal import WritGit

/// `writ fetch-child`: what `writ` runs as a process of its own to fetch a remote repository. Not for people.
struct FetchChildCommand: RunningCommand {
    static let name = "fetch-child"
    static let configuration = CommandConfiguration(
        commandName: name, abstract: "Fetch for another writ", shouldDisplay: false)

    func perform() async throws(Failure) -> WritExit {
        guard runFetchChild() else {
            throw .message("`\(Self.name)` is run by writ itself", help: "give a URL to `--repo`", .usage)
        }
        return .done
    }
}
