internal import ArgumentParser

/// Which manifests a command reads.
struct RepositoryOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The repository, or a folder in it", valueName: "path"))
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

    @Option(help: ArgumentHelp("The target in writ.yaml; needed when there are several", valueName: "name"))
    var target: String?

    @Option(
        help: ArgumentHelp(
            "How long reading one git object may take before the command gives up", valueName: "seconds"))
    var readTimeout = 20

    func validate() throws {
        if worktree && rev != nil {
            throw ValidationError("--worktree and --rev exclude each other")
        }
        guard readTimeout > 0 else { throw ValidationError("--read-timeout is at least 1") }
    }
}
