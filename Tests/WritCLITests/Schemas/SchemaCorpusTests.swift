import Foundation
import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// The corpus of bad inputs before the schemas: what they can see they reject, and no near miss.
@Suite struct SchemaCorpusTests {
    /// A file of a row, with what Writ says of it.
    private struct File {
        var id: String
        var subject: SchemaSubject
        var errors: [Diagnostic]
    }

    /// Rows in which a mistake of a kind that schemas see cannot be seen, each with the reason.
    private static let unseen: [String: String] = [:]

    @Test func `each file is judged as Writ judges it, as far as a schema sees`() throws {
        let files = CorpusFixture.all.flatMap(\.rows).flatMap(Self.files)
        #expect(files.count > 150)
        let verdicts = try SchemaValidator.judge(files.map(\.subject)).documents
        var rejected = 0
        for (file, verdict) in zip(files, verdicts) {
            let seen = file.errors.filter { SchemaReach.codes.contains($0.code) }
            if file.errors.isEmpty { #expect(verdict.isAccepted, "only the schema refuses: \(verdict)") }
            guard !seen.isEmpty, Self.unseen[file.id] == nil else { continue }
            rejected += 1
            #expect(!verdict.isAccepted, "only Writ refuses \(file.id): \(seen.map(\.message))")
        }
        #expect(rejected > 40, "\(rejected)")
    }

    /// The files of a row that a reader of YAML takes: how a file is no YAML is not a schema's matter.
    private static func files(of row: CorpusRow) -> [File] {
        guard row.repository == nil else { return [] }
        return row.files.sorted { $0.key < $1.key }.compactMap { path, bytes in
            guard path.hasSuffix(".yaml"), bytes.count < 100_000,
                let text = String(validating: bytes, as: UTF8.self)
            else { return nil }
            let isConfiguration = path == "writ.yaml"
            let diagnostics =
                isConfiguration
                ? decodeConfiguration(ManifestFile(path: path, bytes: bytes)).diagnostics
                : SchemaReach.diagnostics(of: text)
            let isReadable = diagnostics.allSatisfy {
                $0.code == "yaml.not-a-mapping"
                    || !["yaml.", "limit.", "encoding."].contains(where: $0.code.hasPrefix)
            }
            guard isReadable else { return nil }
            let errors = diagnostics.filter { $0.severity == .error && !SchemaReach.isElsewhere($0) }
            return File(
                id: row.id,
                subject: SchemaSubject(
                    id: "\(row.id) \(row.name) \(path)",
                    schema: isConfiguration ? "configuration" : "manifest", text: text),
                errors: errors)
        }
    }
}
