internal import ArgumentParser
internal import FoundationEssentials
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
        let folder = root + "/Sources/WritLint/WritLint.docc/Rules"
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let pages = rulePages
        for name in try files.contentsOfDirectory(atPath: folder)
        where !pages.contains(where: { $0.file == name }) {
            try files.removeItem(atPath: "\(folder)/\(name)")
            print("deleted \(name)")
        }
        for page in pages {
            try Data(page.text.utf8).write(to: URL(filePath: "\(folder)/\(page.file)"))
        }
        print("wrote \(pages.count) pages to Sources/WritLint/WritLint.docc/Rules/")
    }
}
