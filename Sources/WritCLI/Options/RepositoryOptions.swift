internal import ArgumentParser

/// Which manifests a command reads.
struct RepositoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The repository: a folder in it, or https://HOST/PATH, ssh://HOST/PATH, USER@HOST:PATH, file:///PATH",
            discussion:
                "A URL is fetched into the user's cache. Logins come from `git credential` or the ssh agent, never from the URL.",
            valueName: "path or URL"), completion: .directory)
    var repo = "."

    @Option(
        help: ArgumentHelp(
            "The commit: a branch, a tag, a full id, a unique prefix of at least 7 digits, or one with ~n",
            valueName: "revision"))
    var rev: String?

    @Flag(help: "Read the working tree instead of a commit; such a plan cannot be applied")
    var worktree = false

    @Flag(help: "Read a repository that belongs to another user, as in a pipeline's container")
    var anyOwner = false

    @Option(
        help: ArgumentHelp("The target in writ.yaml; needed when there are several", valueName: "name"),
        completion: .targets)
    var target: String?

    @Option(
        help: ArgumentHelp(
            "How long reading one git object may take before the command gives up", valueName: "seconds"))
    var readTimeout = 20

    @Flag(help: "Read a URL's repository as it was fetched last, without the network")
    var offline = false

    @Option(
        help: ArgumentHelp("How long fetching may take before it is ended", valueName: "seconds"))
    var fetchTimeout = 120

    @Option(help: ArgumentHelp("How much a fetch may receive", valueName: "MiB"))
    var fetchLimit = 1024

    func validate() throws {
        if worktree && rev != nil {
            throw ValidationError("--worktree and --rev exclude each other")
        }
        guard readTimeout > 0 else { throw ValidationError("--read-timeout is at least 1") }
        guard (1...86_400).contains(fetchTimeout) else {
            throw ValidationError("--fetch-timeout is 1 to 86400")
        }
        guard (1...1_048_576).contains(fetchLimit) else {
            throw ValidationError("--fetch-limit is 1 to 1048576")
        }
    }
}
