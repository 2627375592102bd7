import Testing
import WritDiagnostics
import WritManifest
import WritModel

/// A manifest that is no check as it should be.
struct CheckMistake: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var kind: String
    var spec: String
    var code: String
    var help: String?

    init(_ description: String, _ kind: String, _ spec: String, _ code: String, help: String? = nil) {
        (testDescription, self.kind, self.spec, self.code, self.help) = (description, kind, spec, code, help)
    }

    static let all = [
        CheckMistake("no tests", "AccessTest", "{description: x}", "schema.missing-field"),
        CheckMistake("empty tests", "AccessTest", "{tests: []}", "value.empty"),
        CheckMistake("nobody asked", "AccessTest", "{tests: [{can: [a:b:c]}]}", "schema.missing-field"),
        CheckMistake(
            "nothing asked", "AccessTest", "{tests: [{who: user/alice}]}", "schema.missing-field",
            help: "cannot"),
        CheckMistake(
            "a misspelled field", "AccessTest", "{tests: [{who: user/alice, cant: [a:b:c]}]}",
            "schema.unknown-field", help: "did you mean"),
        CheckMistake(
            "a bare name", "AccessTest", "{tests: [{who: alice, can: [a:b:c]}]}", "check.principal",
            help: "user/NAME"),
        CheckMistake(
            "a policy", "AccessTest", "{tests: [{who: policy/x, can: [a:b:c]}]}", "check.principal"),
        CheckMistake(
            "assuming a user", "AccessTest", "{tests: [{who: user/alice, as: user/alice, can: [a:b:c]}]}",
            "check.principal", help: "agency/NAME"),
        CheckMistake(
            "nobody known", "AccessTest", "{tests: [{who: user/alise, can: [a:b:c]}]}", "ref.missing",
            help: "alice"),
        CheckMistake(
            "no date", "AccessTest", "{tests: [{who: user/alice, can: [a:b:c], at: soon}]}", "value.date"),
        CheckMistake(
            "an account as a scope", "AccessTest",
            "{tests: [{who: user/alice, can: [a:b:c], in: {account: x}}]}", "schema.unknown-field"),
        CheckMistake("no rule", "Invariant", "{except: user/alice}", "schema.missing-field", help: "nobody"),
        CheckMistake(
            "two rules", "Invariant", "{nobody: {may: a:b:c}, separate: [{may: a:b:c}, {may: a:b:d}]}",
            "schema.one-of"),
        CheckMistake("one part", "Invariant", "{separate: [{may: a:b:c}]}", "value.range", help: "nobody"),
        CheckMistake("no action", "Invariant", "{nobody: {on: x}}", "schema.missing-field"),
        CheckMistake(
            "two values", "Invariant", "{nobody: {may: a:b:c}, with: {k: [a, b]}}", "check.several-values"),
        CheckMistake(
            "an exception that is not there", "Invariant", "{nobody: {may: a:b:c}, except: group/staf}",
            "ref.missing"),
    ]
}

@Suite struct CheckTests {
    private static let objects =
        manifest(.user, "", name: "alice") + "---\n" + manifest(.group, "", name: "staff")

    private func check(_ kind: String, _ spec: String, metadata: String = "{name: x}") -> String {
        "apiVersion: writ/v1\nkind: \(kind)\nmetadata: \(metadata)\nspec: \(spec)\n"
    }

    @Test func `a test has what it says, and is no object`() throws {
        let text = check(
            "AccessTest",
            "{tests: [{who: [user/alice, group/staff], can: a:b:c, cannot: [\"d:*\"], on: r, at: 2027-01-31, "
                + "in: {project: p}, with: {g:MFAPresent: true, k: [x, y]}}]}")
        let decoding = decode(["a.yaml": Self.objects, "checks.yaml": text])
        #expect(decoding.diagnostics == [])
        #expect(decoding.state.objects.count == 2)
        #expect(decoding.checks.map(\.id) == ["access-test/x"])
        guard case .test(let expectations)? = decoding.checks.first?.content else {
            Issue.record("no test")
            return
        }
        let expectation = try #require(expectations.first)
        #expect(expectation.who.map(\.address) == [Address(.user, "alice"), Address(.group, "staff")])
        #expect(expectation.can == ["a:b:c"])
        #expect(expectation.cannot == ["d:*"])
        #expect(expectation.context == ["g:MFAPresent": ["true"], "k": ["x", "y"]])
        #expect(expectation.scopes == [.project("p")])
        #expect(expectation.moment == Instant(day: "2027-01-31"))
        #expect(expectation.span.description == "checks.yaml:4:15")
    }

    @Test(arguments: CheckMistake.all) func `a mistake is told where it is`(_ mistake: CheckMistake) throws {
        let decoding = decode(["a.yaml": Self.objects, "checks.yaml": check(mistake.kind, mistake.spec)])
        let first = try #require(decoding.diagnostics.first)
        #expect(decoding.diagnostics.map(\.code) == [mistake.code], "\(decoding.diagnostics.map(\.message))")
        #expect(first.span?.file == "checks.yaml")
        if let help = mistake.help {
            #expect(first.help?.contains(help) == true, "\(first.help ?? "no help")")
        }
    }

    @Test func `two checks of one name are refused, of two kinds not`() {
        let test = check("AccessTest", "{tests: [{who: user/alice, can: a:b:c}]}")
        let invariant = check("Invariant", "{nobody: {may: a:b:c}}")
        let both = decode(["a.yaml": Self.objects, "b.yaml": test, "c.yaml": invariant])
        #expect(both.diagnostics == [])
        #expect(both.checks.map(\.id) == ["access-test/x", "invariant/x"])
        let twice = decode(["a.yaml": Self.objects, "b.yaml": test, "c.yaml": test])
        #expect(twice.diagnostics.map(\.code) == ["object.duplicate"])
    }

    @Test func `a check has no fields of an object's metadata`() {
        let text = check("Invariant", "{nobody: {may: a:b:c}}", metadata: "{name: x, protect: y}")
        #expect(decode(["a.yaml": text]).diagnostics.map(\.code) == ["schema.unknown-field"])
    }

    @Test func `a file with checks and objects is laid out, and edited beside them`() throws {
        let text =
            "apiVersion: writ/v1\nkind: Invariant\nspec:\n  except: user/alice\n  nobody: {may: a:b:c} # why\n"
            + "metadata: {name: x}\n---\n" + Self.objects
        let formatted = format(ManifestFile(path: "a.yaml", bytes: Array(text.utf8)))
        #expect(formatted.diagnostics == [])
        let result = String(decoding: formatted.bytes, as: UTF8.self)
        #expect(
            result.hasPrefix(
                "apiVersion: writ/v1\nkind: Invariant\nmetadata: {name: x}\nspec:\n  nobody: {may: a:b:c} # why\n"
            ),
            "\(result)")
        #expect(format(ManifestFile(path: "a.yaml", bytes: formatted.bytes)).bytes == formatted.bytes)
    }
}
