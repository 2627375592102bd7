import Foundation
import Testing

/// Lint over the managed policies of AWS, which their vendor accepts.
@Suite struct CorpusLintTests {
    private let corpus =
        SchemaValidator.root + "/Tests/WritPolicyTests/Corpus/aws-managed-policies.jsonl"

    private func findings(_ families: [String]) throws -> [[String: Any]] {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let selected = families.flatMap { ["--select", $0] }
        let result = try runProcess(
            WritProgram.path,
            ["policy", "lint", corpus, "--jsonl", "--dialect", "aws", "--format", "json"] + selected,
            in: folder,
            environment: [:], seconds: 600)
        #expect(result.code == 0 || result.code == 4, "\(result.stderr.prefix(2000))")
        let report = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any]
        return try #require(report?["findings"] as? [[String: Any]])
    }

    @Test func `every rule runs over all of them, and none of syntax or grammar finds anything`() throws {
        let found = try findings([])
        #expect(!found.isEmpty)
        for finding in found {
            let rule = try #require(finding["rule"] as? String)
            // What is refused, and what the grammar of documents and conditions is.
            #expect(!rule.hasPrefix("SYN") && finding["severity"] as? String != "error", "\(finding)")
        }
    }
}
