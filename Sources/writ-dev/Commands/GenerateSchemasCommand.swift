internal import ArgumentParser
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
        try writeGenerated(publishedSchemas.map { ($0.file, $0.text) }, to: "schemas", in: root)
    }
}
