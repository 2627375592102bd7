internal import ArgumentParser
internal import FoundationEssentials
internal import WritReport

/// `writ-dev generate schemas`: the JSON Schemas of `schemas/`.
struct GenerateSchemasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schemas",
        abstract: "Write the JSON Schemas of manifests, writ.yaml and outputs to schemas/",
        discussion: "Files of other names in that folder are deleted.")

    @Option(help: "The folder that holds Package.swift")
    var root = "."

    func run() throws {
        let folder = root + "/schemas"
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let schemas = publishedSchemas
        for name in try files.contentsOfDirectory(atPath: folder)
        where !schemas.contains(where: { $0.file == name }) {
            try files.removeItem(atPath: "\(folder)/\(name)")
            print("deleted schemas/\(name)")
        }
        for schema in schemas {
            try Data(schema.text.utf8).write(to: URL(filePath: "\(folder)/\(schema.file)"))
        }
        print("wrote \(schemas.count) files to schemas/")
    }
}
