internal import WritGit
internal import WritManifest
internal import WritModel

/// Where an import writes to: a working tree, and the target whose manifests lie in it.
struct ImportPlace {
    let tree: WorkingTree
    /// As `writ.yaml` has it; without an account where there is no `writ.yaml`.
    let target: Target
    /// Whether there is no `writ.yaml` yet.
    let isNew: Bool
    /// The folder that was asked for.
    private let into: String?

    /// - Throws: ``Failure``.
    init(repo: String, target name: String?, into: String?, anyOwner: Bool) throws(Failure) {
        let reading: FilesReading
        do throws(GitError) {
            tree = try WorkingTree(at: repo, owner: anyOwner ? .anyone : .currentUser)
            reading = try tree.files([configurationPath])
        } catch {
            throw .git(error)
        }
        guard reading.diagnostics.isEmpty else { throw .invalid(reading.diagnostics, sources: [:]) }
        self.into = try into.map { text throws(Failure) in try folderPath(text) }
        if let file = reading.files.first {
            isNew = false
            target = try OpenRepository(tree, configuration: file).target(named: name)
        } else {
            isNew = true
            target = Target(name: name ?? "production", account: "", paths: [self.into ?? "iam"])
            // The account is not known yet; the names can be judged without it.
            var named = target
            named.account = "account"
            _ = try configuration(for: named)
        }
    }

    /// The folder that the files of `live` go to.
    ///
    /// - Throws: ``Failure`` where the target does not say which, or has no such path.
    func folder(for live: LiveManifests) throws(Failure) -> String {
        try folder(isNeeded: !live.objects.isEmpty)
    }

    /// The folder that new files go to.
    ///
    /// - Parameter isNeeded: there will be some, so that it has to be said which.
    /// - Throws: ``Failure`` where the target does not say which, or has no such path.
    func folder(isNeeded: Bool) throws(Failure) -> String {
        if let into {
            guard target.contains(into) || target.paths == ["."] else {
                throw .message(
                    "`\(into)` lies in no path of target `\(target.name)`",
                    help:
                        "add it to `paths` in `writ.yaml`, or name one of: \(target.paths.joined(separator: ", "))",
                    .usage)
            }
            return into
        }
        let folders = target.paths.filter { !$0.hasSuffix(".yaml") && !$0.hasSuffix(".yml") }
        if folders.count == 1 || !isNeeded { return folders.first ?? "." }
        throw .message(
            "target `\(target.name)` has \(folders.count) folders: \(folders.joined(separator: ", "))",
            help: "name the one for the new files with `--into`", .usage)
    }

    /// The text of a `writ.yaml` for the target, which reads back as that target.
    ///
    /// - Throws: ``Failure`` for a name or account that none can hold.
    func configuration(for target: Target) throws(Failure) -> String {
        let text = configurationText(of: target)
        let file = ManifestFile(path: configurationPath, bytes: Array(text.utf8))
        let read = try OpenRepository(tree, configuration: file).target(named: target.name)
        guard read == target else {
            throw .message("`writ.yaml` cannot name this target", help: "write it by hand and import again")
        }
        return text
    }

    /// What `git add` is told for `path`: the folder in which all new files are, where there is one.
    func summary(of path: String) -> String {
        guard path != configurationPath else { return path }
        let folder = into ?? target.paths.first { $0 != "." } ?? "."
        if folder != ".", path.hasPrefix(folder + "/") { return folder }
        return path.firstIndex(of: "/").map { String(path[..<$0]) } ?? path
    }
}

/// `text` as a path below the top, without `.` and `..` in it.
private func folderPath(_ text: String) throws(Failure) -> String {
    var trimmed = text[...]
    while trimmed.count > 1, trimmed.hasSuffix("/") { trimmed = trimmed.dropLast() }
    if trimmed.hasPrefix("./"), trimmed.count > 2 { trimmed = trimmed.dropFirst(2) }
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard trimmed == "." || parts.allSatisfy({ !["", ".", ".."].contains($0) }), !trimmed.contains("\\")
    else {
        throw .message(
            "`\(text)` is no folder below the top of the working tree",
            help: "write it from there, such as `iam`, or `.` for the top itself", .usage)
    }
    return String(trimmed)
}
