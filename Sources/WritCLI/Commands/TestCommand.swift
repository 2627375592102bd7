internal import ArgumentParser
internal import WritDiagnostics
internal import WritModel
internal import WritPolicy
internal import WritReport

/// `writ test`.
struct TestCommand: RunningCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the AccessTest and Invariant manifests of a revision",
        discussion: """
            Without any store, on what the commit declares; with --live the same checks run on the live account. Exits \
            with 4 where one fails, with a request that shows it, and with 7 where one cannot be told.
            """)

    @Argument(help: ArgumentHelp("Only these, such as invariant/separate-payments"))
    var checks: [String] = []

    @Flag(help: "Run the checks on the live account instead of what the commit declares")
    var live = false

    @Option(help: ArgumentHelp("Run checks that say no time at this one instead of now", valueName: "date"))
    var at: String?

    @OptionGroup var repository: RepositoryOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var snapshot: SnapshotOptions
    @OptionGroup var output: OutputOptions

    func perform() async throws(Failure) -> WritExit {
        let moment = try at.map { text throws(Failure) in try instant(text) } ?? systemTime()
        let read = try await ReadAccess(repository, store, snapshot, isLive: live, readsChecks: true)
        let unknown = checks.filter { wanted in !read.checks.contains { $0.id == wanted } }
        if let name = unknown.first {
            throw .message(
                "there is no check `\(name)`",
                help: nearestName(to: name, among: read.checks.map(\.id)).map { "did you mean `\($0)`?" }
                    ?? "`writ test` runs all: \(read.checks.count)", .usage)
        }
        let wanted = checks.isEmpty ? read.checks : read.checks.filter { checks.contains($0.id) }
        let results = runChecks(wanted, on: read.access, at: moment)
        switch output.format {
        case .text: Terminal.output.write(render(results, places: read.places, style: output.style))
        case .json: Terminal.output.write(json(results, at: moment, places: read.places).prettyText)
        }
        let findings = results.flatMap(\.findings)
        if findings.contains(where: { $0.sort == .unknown }) { return .incomplete }
        return findings.isEmpty ? .done : .findings
    }
}
