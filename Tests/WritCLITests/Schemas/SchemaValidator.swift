import Foundation

/// A document to hold against a schema.
struct SchemaSubject: Encodable {
    var id: String
    /// The name of the schema's file, without `.json`.
    var schema: String
    /// A YAML stream, or one JSON value.
    var text: String
    /// Whether it has to be JSON.
    var isJSON = false
}

/// What the validator says about one document.
struct SchemaVerdict: Decodable {
    var id: String
    /// Why it is no YAML at all.
    var unreadable: String?
    /// What the schema refuses, each with its place.
    var errors: [String]

    var isAccepted: Bool { unreadable == nil && errors.isEmpty }
}

/// What the validator says about all schemas and documents.
struct SchemaVerdicts: Decodable {
    /// By schema, why it is none.
    var schemas: [String: String?]
    /// In the order of the documents.
    var documents: [SchemaVerdict]
}

/// The validator did not come to its end.
struct ValidatorFailure: Error {
    var output: String
}

/// The schemas of `schemas/`, with Python's jsonschema as the judge: one process for many documents.
enum SchemaValidator {
    /// The top of the repository.
    static let root = URL(fileURLWithPath: Example.folder).deletingLastPathComponent().path

    static func judge(_ subjects: [SchemaSubject]) throws -> SchemaVerdicts {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let names = try FileManager.default.contentsOfDirectory(atPath: root + "/schemas")
        let job = Job(
            schemas: Dictionary(
                uniqueKeysWithValues: names.map { (String($0.dropLast(5)), "\(root)/schemas/\($0)") }),
            documents: subjects)
        try JSONEncoder().encode(job).write(to: URL(fileURLWithPath: folder + "/job.json"))
        let result = try runProcess(
            "/usr/bin/python3", [root + "/Tests/WritCLITests/Schemas/validate.py", "job.json"], in: folder,
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], seconds: 300)
        guard result.code == 0 else { throw ValidatorFailure(output: result.stderr) }
        return try JSONDecoder().decode(SchemaVerdicts.self, from: Data(result.stdout.utf8))
    }

    private struct Job: Encodable {
        var schemas: [String: String]
        var documents: [SchemaSubject]
    }
}
