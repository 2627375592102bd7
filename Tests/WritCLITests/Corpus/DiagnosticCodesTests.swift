import Foundation
import Testing

/// The page that lists the codes of diagnostics.
@Suite struct DiagnosticCodesTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources").path

    /// Every code that stands between quotes in the sources, of the families of `known` and of whatever a
    /// diagnostic is made with.
    private func codesInSources(known: [String]) throws -> Set<String> {
        let files = FileManager.default.enumerator(atPath: Self.sources)?.compactMap { $0 as? String } ?? []
        var families = Set(known.compactMap(family))
        var quoted: Set<String> = []
        for file in files where file.hasSuffix(".swift") && !file.hasPrefix("writ-dev") {
            let text = try String(contentsOfFile: "\(Self.sources)/\(file)", encoding: .utf8)
            let parts = text.components(separatedBy: "\"")
            for (before, part) in zip(parts, parts.dropFirst()) {
                guard let family = family(part), !part.hasSuffix(".yaml"),
                    !["manifest.json", "import.json", "lint.json"].contains(part)
                else { continue }
                quoted.insert(part)
                if Self.makers.contains(where: trimmed(before).hasSuffix) { families.insert(family) }
            }
        }
        return quoted.filter { families.contains(family($0) ?? "") }
    }

    /// What is called with a code as its first argument.
    private static let makers = ["Diagnostic(", "report(", "refuse(", "stop(", "about(", "treeProblem("]

    /// The end of a text, without white space behind it.
    private func trimmed(_ text: String) -> String {
        String(text.suffix(60)).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// `yaml` of `yaml.tab`; `nil` for what does not look like a code.
    private func family(_ text: String) -> String? {
        let parts = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard text.utf8.count < 40, parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
            parts[0].allSatisfy({ (0x61...0x7A).contains($0) }),
            parts[1].allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        return String(parts[0])
    }

    @Test func `the page has a line for every code and none for others`() throws {
        let page = try String(
            contentsOfFile: Self.sources + "/WritCLI/WritCLI.docc/Diagnostics.md", encoding: .utf8)
        let listed = page.components(separatedBy: "\n| `").dropFirst()
            .compactMap { $0.components(separatedBy: "` | ").first }
        let codes = try codesInSources(known: listed)
        #expect(codes.count > 80)
        #expect(listed == listed.sorted())
        #expect(Set(listed).subtracting(codes) == [], "listed, and nowhere in the sources")
        #expect(codes.subtracting(listed) == [], "not listed in Diagnostics.md")
    }
}
