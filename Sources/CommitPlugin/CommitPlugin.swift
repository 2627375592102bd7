import FoundationEssentials
import PackagePlugin

/// Writes the commit that is checked out into a source file of `WritCommit`, again whenever `HEAD` has moved.
///
/// `Context.gitInformation` of the package manifest would be less work, but SwiftPM keeps evaluated manifests, and so
/// tells an old commit; a command with the moving files as its inputs runs when they change, and only then.
@main
struct CommitPlugin: BuildToolPlugin {
    /// The one command. Outside of a git checkout the file says that there is no commit.
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let root = context.package.directoryURL
        let file = context.pluginWorkDirectoryURL.appending(path: "GeneratedCommit.swift")
        let folder = gitFolder(of: root)
        // The log changes with every commit, checkout and reset; without one, the reference that HEAD names.
        let inputs = ["HEAD", "logs/HEAD"].map { folder.appending(path: $0) }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
        return [
            .buildCommand(
                displayName: "Reading the commit", executable: URL(filePath: "/bin/sh"),
                arguments: ["-c", script, "sh", root.appending(path: ".git").path, file.path],
                inputFiles: inputs, outputFiles: [file])
        ]
    }

    /// Where `HEAD` is: in a linked working tree `.git` is a file that names the folder.
    private func gitFolder(of root: URL) -> URL {
        let place = root.appending(path: ".git")
        let prefix = "gitdir: "
        guard let bytes = FileManager.default.contents(atPath: place.path),
            let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first,
            line.hasPrefix(prefix)
        else { return place }
        return URL(filePath: String(line.dropFirst(prefix.count)), relativeTo: root)
    }

    private let script = """
        commit=$(git --git-dir="$1" log -1 --abbrev=7 --format='%h, %cs' 2>/dev/null)
        printf 'let generatedCommit = "%s"\\n' "$commit" >"$2"
        """
}
