import Testing
import WritDiagnostics
import WritLint
import WritManifest
import WritModel
import WritPolicy

@Suite struct OldActionCatalogTests {
    static let rows: [(Dialect, String, [String])] = [
        (.aws, "2025-06-01", []),
        (
            .aws, "2026-11-22",
            ["the catalogue of actions is of 2025-04-25, 576 days old"]
        ),
        (.jd, "2026-11-23", []),
        (.huawei, "2024-03-01", ["the catalogue of actions is of 2023-02-23, 372 days old"]),
    ]

    @Test(arguments: Dialect.allCases) func dayIsReadable(_ dialect: Dialect) {
        #expect(Instant(day: dialect.catalogSource.day) != nil)
    }

    @Test(arguments: rows) func rule(_ dialect: Dialect, _ day: String, _ messages: [String]) throws {
        let asOf = try #require(Instant(day: day))
        let target = Target(name: "main", account: "111122223333", dialect: dialect)
        let account = LintedAccount(
            target: target, state: DesiredState(), sources: SourceMap(), asOf: asOf)
        let rules = RuleSet([try #require(ruleCatalogue.first { $0.name == "old-action-catalog" })])
        let findings = lint(account, before: nil, diagnostics: [], with: rules, texts: { _ in nil }).findings
        #expect(findings.map(\.message) == messages)
        #expect(findings.allSatisfy { $0.severity == .info })
    }
}
