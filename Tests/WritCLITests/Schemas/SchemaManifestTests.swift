import Foundation
import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// What the schemas of manifests say, beside what Writ says.
@Suite struct SchemaManifestTests {
    @Test func `what a schema can reject is rejected, and by Writ, too`() throws {
        let verdicts = try SchemaValidator.judge(SchemaRow.rejected.map(\.subject))
        for (row, verdict) in zip(SchemaRow.rejected, verdicts.documents) {
            #expect(verdict.unreadable == nil, "\(verdict)")
            #expect(!verdict.errors.isEmpty, "the schema accepts: \(row.testDescription)")
            #expect(row.isRefusedByWrit, "Writ accepts: \(row.testDescription)")
        }
    }

    @Test func `near misses are accepted, by Writ, too`() throws {
        let verdicts = try SchemaValidator.judge(SchemaRow.accepted.map(\.subject))
        for (row, verdict) in zip(SchemaRow.accepted, verdicts.documents) {
            #expect(verdict.isAccepted, "\(verdict)")
            #expect(!row.isRefusedByWrit, "Writ refuses: \(row.testDescription): \(row.diagnostics)")
        }
    }

    @Test func `all manifests of the examples are accepted, each by its kind's schema as well`() throws {
        let files = FileManager.default.enumerator(atPath: Example.folder)?.compactMap { $0 as? String } ?? []
        var subjects: [SchemaSubject] = []
        for file in files.sorted() where file.hasSuffix(".yaml") && !file.contains("pipelines") {
            let text = try String(contentsOfFile: "\(Example.folder)/\(file)", encoding: .utf8)
            let isConfiguration = file.hasSuffix("writ.yaml")
            subjects.append(
                SchemaSubject(id: file, schema: isConfiguration ? "configuration" : "manifest", text: text))
            guard !isConfiguration else { continue }
            for (index, document) in text.split(separator: /^---$/.anchorsMatchLineEndings()).enumerated() {
                guard let word = document.firstMatch(of: /\nkind: ([A-Za-z]+)/)?.1,
                    let kind = Kind(manifestName: String(word))
                else { continue }
                subjects.append(
                    SchemaSubject(id: "\(file) \(index)", schema: kind.rawValue, text: String(document)))
            }
        }
        #expect(subjects.count > 50)
        for verdict in try SchemaValidator.judge(subjects).documents {
            #expect(verdict.isAccepted, "\(verdict)")
        }
    }
}

extension SchemaRow {
    var subject: SchemaSubject { SchemaSubject(id: testDescription, schema: schema, text: text) }

    /// Whether Writ reports an error that is not about names declared elsewhere.
    var isRefusedByWrit: Bool {
        diagnostics.contains { $0.severity == .error && !SchemaReach.isElsewhere($0) }
    }

    var diagnostics: [Diagnostic] {
        schema == "configuration"
            ? decodeConfiguration(ManifestFile(path: "writ.yaml", bytes: Array(text.utf8))).diagnostics
            : SchemaReach.diagnostics(of: text)
    }
}
