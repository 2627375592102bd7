internal import ArgumentParser
internal import WritDiagnostics
internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritReport

/// `writ fmt`.
struct FmtCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt", abstract: "Lay the manifests of the working tree out in the canonical way",
        discussion: """
            Keys in their order, two spaces a level, comments beside what they stood beside; values and quotes \
            stay as they are written. A file with an error stays as it is. What the manifests declare never \
            changes.
            """)

    @Argument(
        help: ArgumentHelp(
            "Files and folders, from the top of the working tree (all paths of all targets)",
            valueName: "path"))
    var paths: [String] = []

    @Flag(help: "Write nothing; list the files that would change and exit with 4")
    var check = false

    @Flag(help: "Write nothing; show what would change")
    var diff = false

    @Option(help: ArgumentHelp("The working tree, or a folder in it", valueName: "path"))
    var repo = "."

    @Flag(help: "Use a repository that belongs to another user, as in a pipeline's container")
    var anyOwner = false

    func perform() async throws(Failure) -> WritExit {
        let tree: WorkingTree
        do throws(GitError) {
            tree = try WorkingTree(at: repo, owner: anyOwner ? .anyone : .currentUser)
        } catch {
            throw .git(error)
        }
        let files = try files(of: tree)
        var edits: [FileEdit] = []
        var problems: [Diagnostic] = []
        for file in files {
            let formatted = format(file)
            problems += formatted.diagnostics.filter { $0.severity == .error }
            if formatted.bytes != file.bytes {
                edits.append(FileEdit(file.path, before: file.bytes, after: formatted.bytes))
            }
        }
        report(edits, problems, files)
        if !check, !diff {
            var edited = EditedFiles(below: tree.root)
            try edited.make(edits)
        }
        if !problems.isEmpty { return .failed }
        return check && !edits.isEmpty ? .findings : .done
    }

    /// The manifests at the paths; documents of policies have a layout of their own.
    private func files(of tree: WorkingTree) throws(Failure) -> [ManifestFile] {
        let opened = try OpenRepository(.workingTree(tree))
        let wanted = try paths.map { path throws(Failure) in try wantedPath(path, tree) }
        var found: [String: ManifestFile] = [:]
        for target in opened.configuration.targets {
            let reading: TreeReading
            do throws(GitError) {
                reading = try tree.tree(wanted: target.paths)
            } catch {
                throw .git(error)
            }
            guard !reading.diagnostics.hasErrors else { throw .invalid(reading.diagnostics, sources: [:]) }
            let documents = parseManifests(reading.tree, target: target).documentPaths
            for file in reading.tree.files
            where isManifest(file.path, of: target) && !documents.contains(file.path) {
                found[file.path] = file
            }
        }
        for path in wanted where !found.keys.contains(where: { WritModel.path(path, contains: $0) }) {
            throw .message(
                "`\(path)` holds no manifest of a target",
                help: "name a file or folder in one of the `paths` in `writ.yaml`", .usage)
        }
        return found.values.filter { file in
            wanted.isEmpty || wanted.contains { WritModel.path($0, contains: file.path) }
        }.sorted { $0.path < $1.path }
    }

    /// A path as the user names it, from the folder that `--repo` is, as one from the top.
    private func wantedPath(_ text: String, _ tree: WorkingTree) throws(Failure) -> String {
        let isAbsolute = text.hasPrefix("/")
        guard !isAbsolute || (text + "/").hasPrefix(tree.root + "/") else {
            throw .message("`\(text)` lies outside of `\(tree.root)`", help: nil, .usage)
        }
        let relative = isAbsolute ? String(text.dropFirst(tree.root.count)) : tree.prefix + "/" + text
        var parts: [Substring] = []
        for part in relative.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                throw .message("`\(text)` lies outside of `\(tree.root)`", help: nil, .usage)
            }
        }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }

    private func report(_ edits: [FileEdit], _ problems: [Diagnostic], _ files: [ManifestFile]) {
        let style: Style = Terminal.output.takesColors ? .colored : .plain
        for edit in edits {
            Terminal.output.write(
                diff
                    ? unifiedDiff(of: edit.path, from: edit.before, to: edit.after, style: style)
                    : terminalSafe(edit.path) + "\n")
        }
        guard !problems.isEmpty else { return }
        let sources = Dictionary(
            files.map { ($0.path, SourceText(path: $0.path, bytes: $0.bytes)) },
            uniquingKeysWith: { first, _ in first })
        Terminal.error.write(
            render(problems.ordered(), sources: { sources[$0] }, style: Terminal.error.style))
    }
}
