internal import ArgumentParser
internal import FoundationEssentials
internal import WritDiagnostics
internal import WritLint

/// `writ-dev new`.
struct NewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Start something new", subcommands: [NewRuleCommand.self])
}

/// `writ-dev new rule CODE NAME`.
struct NewRuleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rule", abstract: "Write the file of a rule, its test, and its line in the catalogue")

    @Argument(help: "The code: the letters of a family and three digits, such as SEC029")
    var code: String

    @Argument(help: "What is wrong, in kebab case, such as open-bucket")
    var name: String

    @Option(help: "What a finding weighs")
    var severity = "medium"

    @Option(help: "The folder that holds Package.swift")
    var root = "."

    func run() throws {
        let scaffold = try RuleScaffold(code: code, name: name, severity: severity)
        let catalogue = root + "/Sources/WritLint/Catalogue.swift"
        let text = try String(contentsOfFile: catalogue, encoding: .utf8)
        guard let changed = scaffold.catalogue(text) else {
            throw ValidationError(
                "`\(name)` has a line in the catalogue already, or its family has no heading")
        }
        for (path, content) in scaffold.files {
            let path = root + "/" + path
            guard !FileManager.default.fileExists(atPath: path) else {
                throw ValidationError("there is a file \(path) already")
            }
            let folder = path.split(separator: "/").dropLast().joined(separator: "/")
            try FileManager.default.createDirectory(
                atPath: path.hasPrefix("/") ? "/" + folder : folder, withIntermediateDirectories: true)
            try Data(content.utf8).write(to: URL(filePath: path))
            print("wrote \(path)")
        }
        try Data(changed.utf8).write(to: URL(filePath: catalogue))
        print("added a line to \(catalogue)")
        print("next: the check, its rows, and `swift run writ-dev generate rules`")
    }
}
