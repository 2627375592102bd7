internal import ArgumentParser
internal import WritReport

/// `writ init`.
struct InitCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Write the files of a new repository of manifests",
        discussion: """
            A writ.yaml, an example manifest of each kind, the schemas that editors need, a .gitignore and a \
            README; with --ci, the pipelines for reviews, applies and drift. Nothing that exists is overwritten: what was left alone is listed. In a repository that \
            has a writ.yaml only what editors need is added.
            """)

    @Argument(
        help: ArgumentHelp("The top of the repository, or a new folder", valueName: "folder"),
        completion: .directory)
    var folder = "."

    @Option(
        help: ArgumentHelp("The id of the account that the manifests describe", valueName: "id"))
    var account = "my-account"

    @Option(help: ArgumentHelp("The name of the target", valueName: "name"))
    var target = "production"

    @Option(help: "Pipeline files to write: github, gitlab or none")
    var ci = PipelineHost.none

    func validate() throws {
        let isName = target.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "-_.".utf8.contains($0)
        }
        guard !target.isEmpty, isName else {
            throw ValidationError("--target takes ASCII letters, digits, `-`, `_` and `.`")
        }
        guard !account.isEmpty, account.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) else {
            throw ValidationError("--account takes the id in printable ASCII characters")
        }
        guard !folder.isEmpty else { throw ValidationError("FOLDER is empty; `.` is this folder") }
    }

    func perform() async throws(Failure) -> WritExit {
        let top = workingTreeTop(of: folder)
        if let top, top != absolutePath(folder), !(top == "/" && absolutePath(folder).isEmpty) {
            throw .message(
                "`\(folder)` lies inside the repository `\(top)`, and `writ.yaml` belongs at its top",
                help: "run `writ init \(top)`")
        }
        let starting = StartingRepository(account: account, target: target)
        let isNew = !exists(folder + "/writ.yaml")
        let manifests = StartingRepository.manifestFolder
        let hasManifests = exists(folder + "/" + manifests)
        var files = starting.schemas
        if isNew {
            files = [starting.configuration] + (hasManifests ? [] : starting.manifests) + files
            files += starting.surroundings
        }
        files += ci.pipelines(target: target)
        var existing = isNew ? [] : ["writ.yaml"]
        if isNew, hasManifests { existing.append(manifests + "/") }
        var hasWritten = false
        for file in files {
            if try writeNewFile(file, in: folder) {
                hasWritten = true
                Terminal.output.write("wrote \(file.path)\n")
            } else {
                existing.append(file.path)
            }
        }
        for path in existing { Terminal.output.write("left alone: \(path), which exists\n") }
        try advise(existing, starting)
        if let advice = ci.advice { Terminal.output.write("\n" + advice + "\n") }
        if hasWritten { adviseNext(isNew: isNew, hasRepository: top != nil) }
        return .done
    }

    /// What to do with files that were left alone.
    private func advise(_ existing: [String], _ starting: StartingRepository) throws(Failure) {
        for schema in starting.schemas where existing.contains(schema.path) {
            let bytes = try contents(ofFile: folder + "/" + schema.path, atMost: 1 << 24)
            if bytes != Array(schema.text.utf8) {
                Terminal.output.write(
                    "\(schema.path) is not this Writ's: to renew it, delete it and run `writ init` again\n")
            }
        }
        if existing.contains(".gitignore") {
            let bytes = try contents(ofFile: folder + "/.gitignore", atMost: 1 << 20)
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            if !lines.contains(where: { $0 == StartingRepository.ignored || $0 == ".writ" }) {
                Terminal.output.write(
                    "add the line `\(StartingRepository.ignored)` to .gitignore: the embedded store is there\n"
                )
            }
        }
    }

    private func adviseNext(isNew: Bool, hasRepository: Bool) {
        var commands: [String] = []
        if folder != "." { commands.append("cd \(shellWord(folder))") }
        if !hasRepository { commands.append("git init") }
        if isNew {
            commands += ["git add -A", "git commit -m \"Start with Writ\"", "writ validate", "writ plan"]
        } else {
            commands += ["git add schemas", "git commit -m \"Schemas for editors\""]
        }
        Terminal.output.write("\nnext:\n" + commands.map { "  \($0)\n" }.joined())
    }
}
