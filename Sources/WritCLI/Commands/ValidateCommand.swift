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

    @Option(
        help: ArgumentHelp(
            "In a review: the branch it goes to; problems that its merge base with the revision has as well are left out",
            valueName: "revision"))
    var base: String?

    func perform() async throws(Failure) -> WritExit {
        let opened = try OpenRepository(repository)
        let problems = try await opened.problems(in: repository.target)
        var diagnostics = problems.diagnostics
        if let base {
            diagnostics = diagnostics.without(try await knownProblems(at: try opened.mergeBase(with: base)))
        }
        let left = problems.diagnostics.count - diagnostics.count
        switch output.format {
        case .json: Terminal.output.write(json(diagnostics, before: base.map { _ in left }).prettyText)
        case .text:
            if !diagnostics.isEmpty {
                Terminal.error.write(
                    render(
                        diagnostics, sources: { problems.sources[$0] },
                        style: Terminal.error.takesColors ? .colored : .plain))
            }
            if left > 0 {
                let note = "\(left) problem\(left == 1 ? "" : "s") that the base has as well left out"
                Terminal.error.write(render(notes: [note], style: Terminal.error.style))
            }
        }
        if output.format == .text { opened.noteUncommitted(repository) }
        if diagnostics.hasErrors { return .failed }
        if output.format == .text {
            let counts = problems.counts.map { "\($0.target): \($0.count) object\($0.count == 1 ? "" : "s")" }
            Terminal.output.write(
                (left > 0 ? "nothing new is wrong: " : "valid: ") + counts.joined(separator: ", ") + "\n")
        }
        return .done
    }

    /// What is wrong at `source`; nothing is known of one whose `writ.yaml` cannot be read.
    private func knownProblems(at source: ManifestSource) async throws(Failure) -> [Diagnostic] {
        guard let opened = try? OpenRepository(source) else { return [] }
        let names = Set(opened.configuration.targets.map(\.name))
        if let target = repository.target, !names.contains(target) { return [] }
        return try await opened.problems(in: repository.target).diagnostics
    }
}

/// What is wrong with a revision.
private struct Problems {
    /// In order.
    var diagnostics: [Diagnostic] = []
    /// The texts that they point into.
    var sources: [String: SourceText] = [:]
    /// How many objects each target has.
    var counts: [(target: String, count: Int)] = []
}

extension OpenRepository {
    /// Everything that is wrong with the target of that name, or with all.
    fileprivate func problems(in name: String?) async throws(Failure) -> Problems {
        let targets =
            try name.map { name throws(Failure) in [try target(named: name)] } ?? configuration.targets
        var problems = Problems()
        for target in targets {
            let (declaration, diagnostics, sources) = try await read(target)
            problems.diagnostics += diagnostics
            problems.diagnostics += declaration.missingPaths.map { path in
                Diagnostic(
                    "repo.path-missing", "the commit has no `\(path)`, which target `\(target.name)` names",
                    at: configuration.sources[target.name],
                    help: "commit the manifests, or take the path out of `writ.yaml`")
            }
            problems.sources.merge(sources) { first, _ in first }
            problems.counts.append((target.name, declaration.desired.objects.count))
        }
        problems.diagnostics = problems.diagnostics.ordered()
        return problems
    }
}

/// What a problem is told by where lines may have moved.
private struct ProblemKey: Hashable {
    var code: String
    var message: String
    var file: String?

    init(_ diagnostic: Diagnostic) {
        code = diagnostic.code
        message = diagnostic.message
        file = diagnostic.span?.file
    }
}

extension [Diagnostic] {
    /// The problems but for those of `others`, each of which stands for one of its kind in the same file.
    fileprivate func without(_ others: [Diagnostic]) -> [Diagnostic] {
        var left = Dictionary(grouping: others, by: ProblemKey.init).mapValues(\.count)
        return filter { diagnostic in
            let key = ProblemKey(diagnostic)
            guard let count = left[key], count > 0 else { return true }
            left[key] = count - 1
            return false
        }
    }
}
