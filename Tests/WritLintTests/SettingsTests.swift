import Testing
import WritDiagnostics
import WritLint
import WritManifest
import WritModel

/// What `lint` in `writ.yaml` says, read and held against the rules.
@Suite struct SettingsTests {
    private func configuration(_ lint: String) -> Configuration {
        let text = """
            apiVersion: writ/v1
            kind: Configuration
            targets: {main: {account: a}}
            lint:

            """ + lint
        return decodeConfiguration(ManifestFile(path: "writ.yaml", bytes: Array(text.utf8)))
    }

    private func severity(_ lint: String, base: String? = nil, file: String = "iam/a.yaml") -> LintSeverity? {
        let rule = ruleCatalogue.first { $0.code == "SEC001" }
        let rules = RuleSet(
            settings: configuration(lint).lint, base: base.map { configuration($0).lint })
        guard let rule else { return nil }
        return rules.severity(rule.severity, of: rule, in: file)
    }

    @Test(arguments: [
        ("  failOn: low", LintSeverity.critical as LintSeverity?), ("  rules: {SEC001: low}", .low),
        ("  rules: {full-admin: off}", nil), ("  rules: {SEC: off}", nil),
        ("  rules: {SEC: off, SEC001: on}", .critical), ("  rules: {SEC001: {level: info}}", .info),
        ("  paths: [{path: iam, rules: {SEC001: low}}]", .low),
        ("  paths: [{path: other, rules: {SEC001: low}}]", .critical),
        ("  rules: {SEC001: off}\n  paths: [{path: iam/a.yaml, rules: {SEC: medium}}]", .medium),
        ("  paths: [{path: iam, rules: {SEC001: low}}, {path: iam/a.yaml, rules: {SEC001: high}}]", .high),
    ]) func `a weight is found from the family, the rule and the path`(
        _ lint: String, _ expected: LintSeverity?
    ) {
        #expect(configuration(lint).diagnostics == [])
        #expect(severity(lint) == expected)
    }

    @Test func `a rule of taste is off until it is set on or named`() throws {
        let rule = try #require(ruleCatalogue.first { $0.isOptIn })
        func weight(_ lint: String, selected: Set<String> = []) -> LintSeverity? {
            let rules = RuleSet(settings: configuration(lint).lint, selected: selected)
            return rules.severity(rule.severity, of: rule, in: "iam/a.yaml")
        }
        #expect(weight("  failOn: low") == nil)
        #expect(weight("  rules: {\(rule.code): on}") == rule.severity)
        #expect(weight("  failOn: low", selected: [rule.code]) == rule.severity)
        #expect(weight("  failOn: low", selected: [rule.family.rawValue]) == nil)
    }

    @Test func `what is in force before can only be tightened`() {
        #expect(severity("  rules: {SEC001: off}", base: "  failOn: low") == .critical)
        #expect(severity("  rules: {SEC001: high}", base: "  rules: {SEC001: low}") == .high)
        #expect(severity("  rules: {SEC001: off}", base: "  rules: {SEC: off}") == nil)
        let rules = RuleSet(
            settings: configuration("  failOn: critical").lint, base: configuration("  failOn: low").lint)
        #expect(rules.failOn == .low)
    }

    @Test(arguments: [
        ("  rules: {SEC1: off}", "lint.unknown-rule", "SEC1"),
        ("  rules: {SEC001: {options: {x: 1}}}", "lint.unknown-option", "x"),
        ("  rules: {SEC: {options: {x: 1}}}", "lint.family-option", "x"),
        ("  paths: [{path: iam, rules: {full: off}}]", "lint.unknown-rule", "full"),
        ("  waivers: [{rule: SEC1, path: a, reason: b}]", "lint.unknown-rule", "SEC1"),
    ]) func `names that do not exist are told where they stand`(
        _ lint: String, _ code: String, _ text: String
    ) {
        let found = check(configuration(lint).lint)
        #expect(found.map(\.code) == [code])
        let marked = MarkedText(lint.replacingFirst(text, by: "⟦\(text)⟧"), file: "writ.yaml")
        #expect(found.first?.span?.start.column == marked.spans.first?.start.column)
    }

    @Test(arguments: [
        ("  rules: {SEC001: loud}", "value.choice"), ("  failOn: never", "value.choice"),
        ("  rules: {SEC001: {weight: low}}", "schema.unknown-field"),
        ("  levels: {}", "schema.unknown-field"),
        ("  waivers: [{rule: SEC001, path: a}]", "schema.missing-field"),
        ("  waivers: [{rule: SEC001, path: a, reason: b, until: soon}]", "value.date"),
        ("  paths: [{path: ../a, rules: {}}]", "config.path"),
    ]) func `what cannot be read is an error`(_ lint: String, _ code: String) {
        #expect(
            configuration(lint).diagnostics.map(\.code).contains(code), "\(configuration(lint).diagnostics)")
    }

    @Test func `a waiver in writ_yaml holds for a path until its day`() {
        let lint = configuration("  waivers: [{rule: SEC001, path: iam, until: 2026-11-22, reason: known}]")
            .lint
        let waiver = waivers(in: lint).first
        #expect(waiver?.rules == ["SEC001"] && waiver?.reason == "known" && waiver?.reach == .path("iam"))
        #expect(waiver?.holds(at: Instant(day: "2026-11-22") ?? Instant(epochSeconds: 0)) == true)
        #expect(waiver?.holds(at: Instant(day: "2026-11-23") ?? Instant(epochSeconds: 0)) == false)
    }
}

extension String {
    fileprivate func replacingFirst(_ text: String, by other: String) -> String {
        guard let range = firstRange(of: text) else { return self }
        return replacingCharacters(in: range, by: other)
    }

    private func replacingCharacters(in range: Range<Index>, by other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
