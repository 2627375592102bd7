internal import ArgumentParser
internal import WritDiagnostics
internal import WritEngine
internal import WritManifest
internal import WritModel
internal import WritReport

/// `writ validate`.
struct ValidateCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Check the manifests of a revision without any store")

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var output: OutputOptions

    func perform() async throws(Failure) -> WritExit {
        let repository = try OpenRepository(self.repository)
        let targets =
            try self.repository.target.map { name throws(Failure) in [try repository.target(named: name)] }
            ?? repository.configuration.targets
        var diagnostics: [Diagnostic] = []
        var sources: [String: SourceText] = [:]
        var counts: [String] = []
        for target in targets {
            let reading = try await repository.read(target)
            diagnostics += reading.1
            diagnostics += reading.0.missingPaths.map { path in
                Diagnostic(
                    "repo.path-missing", "the commit has no `\(path)`, which target `\(target.name)` names",
                    at: repository.configuration.sources[target.name],
                    help: "commit the manifests, or take the path out of `writ.yaml`")
            }
            sources.merge(reading.sources) { first, _ in first }
            let count = reading.0.desired.objects.count
            counts.append("\(target.name): \(count) object\(count == 1 ? "" : "s")")
        }
        diagnostics = diagnostics.ordered()
        switch output.format {
        case .json: Terminal.output.write(json(diagnostics).prettyText)
        case .text where diagnostics.isEmpty: break
        case .text:
            Terminal.error.write(
                render(
                    diagnostics, sources: { sources[$0] },
                    style: Terminal.error.takesColors ? .colored : .plain))
        }
        if diagnostics.hasErrors { return .failed }
        if output.format == .text {
            Terminal.output.write("valid: \(counts.joined(separator: ", "))\n")
        }
        return .done
    }
}
