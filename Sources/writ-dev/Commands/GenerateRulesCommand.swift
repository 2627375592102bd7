internal import ArgumentParser
internal import WritReport

/// `writ-dev generate rules`: the pages of the rules of lint.
struct GenerateRulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules",
        abstract: "Write the page of every rule, and the page that lists them, into WritLint's documentation",
        discussion: "Files of other names in that folder are deleted.")

    @Option(help: "The folder that holds Package.swift")
    var root = "."

    func run() throws {
        try writeGenerated(
            rulePages.map { ($0.file, $0.text) }, to: "Sources/WritLint/WritLint.docc/Rules", in: root)
    }
}
