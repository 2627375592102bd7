internal import ArgumentParser

/// `writ-dev check layout`: one line per violation, exit code 1 if there is any.
struct CheckLayoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "layout",
        abstract: "Check arrows between targets, imports, names, lengths, documentation and counts",
        discussion: """
            Arrows between targets are in Sources/writ-dev/Layout/Arrows.swift, the counts that may only fall \
            in Sources/writ-dev/Layout/Ratchets.swift. Exit code 0: nothing to report; 1: violations, one a line.
            """)

    @Option(help: "The folder that holds Package.swift")
    var root = "."

    @Option(help: ArgumentHelp("Print where a counted thing occurs and check nothing", valueName: "counted"))
    var list: Counted?

    func run() throws {
        let repository = try Repository(root: root)
        if let list {
            for place in list.places(in: repository.sources) { print("\(place.path):\(place.line)") }
            return
        }
        let violations = checkLayout(repository, ratchets: ratchets)
        for violation in violations { print(violation) }
        if !violations.isEmpty { throw ExitCode.failure }
        print("layout: \(repository.files.count) files checked, nothing to report")
    }
}

extension Counted: ExpressibleByArgument {}
