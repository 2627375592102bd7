import Testing
import WritDiagnostics
import WritManifest
import WritModel

@Suite struct ConfigurationTests {
    @Test func `a target has its account, store, paths and guards`() throws {
        let configuration = read(
            """
            apiVersion: writ/v1
            kind: Configuration
            targets:
              production:
                account: acme
                store: sqlite
                paths: [manifests, ./shared/]
                guards:
                  removedObjects: {floor: 2, percent: 5, ceiling: 7}
              staging:
                account: acme-staging
                store: sqlite
            """)
        #expect(configuration.diagnostics == [])
        var guards = GuardSettings()
        guards.removedObjects = Limit(floor: 2, percent: 5, ceiling: 7)
        #expect(
            configuration.targets == [
                Target(
                    name: "production", account: "acme", paths: ["manifests", "shared"], guards: guards),
                Target(name: "staging", account: "acme-staging", paths: ["."]),
            ])
        let place = try #require(configuration.sources["staging"])
        #expect(place.description == "writ.yaml:10:3")
    }

    @Test func `the guards that are not stated keep their defaults`() {
        let configuration = read(
            Self.target("guards: {removedEdges: {percent: 12}, updatedObjects: {floor: 3}}"))
        var guards = GuardSettings()
        guards.removedEdges.percent = 12
        guards.updatedObjects.floor = 3
        #expect(configuration["t"]?.guards == guards)
    }

    private static func target(_ lines: String) -> String {
        "apiVersion: writ/v1\nkind: Configuration\ntargets:\n  t:\n    account: a\n    store: sqlite\n    \(lines)\n"
    }

    static let rows = [
        BadInput(
            "B100 endpoint", target("⟦endpoint⟧: https://x"), "config.not-allowed-here", "`endpoint`",
            help: "flags or the environment"),
        BadInput(
            "B100 credentials", target("⟦credentials⟧: {a: b}"), "config.not-allowed-here", "`credentials`",
            help: "credential chain"),
        BadInput("a secret", target("secretKey: ⟦abc⟧"), "secret.plaintext", "manifests hold no secrets"),
        BadInput(
            "an unknown field", target("⟦path⟧: [a]"), "schema.unknown-field", "a target has no field `path`",
            help: "did you mean `paths`?"),
        BadInput(
            "an unknown store", target("").replacing("sqlite", with: "⟦sqlit⟧"), "value.choice", "`sqlit`",
            help: "did you mean `sqlite`?"),
        BadInput(
            "no account",
            target("").replacing("account: a\n", with: "paths: [.]\n").replacing("t:", with: "⟦t⟧:"),
            "schema.missing-field", "the target `t` has no `account`"),
        BadInput(
            "an account that is a number", target("").replacing("account: a", with: "account: ⟦0123⟧"),
            "type.quote-it", "`0123` is read as a number"),
        BadInput("paths as a text", target("paths: ⟦manifests⟧"), "type.expected-list", "takes a list"),
        BadInput("no paths", target("⟦paths⟧: []"), "value.empty", "names no path", help: "`[.]`"),
        BadInput("a path twice", target("paths: [a, ⟦a/⟧]"), "list.duplicate", "`a` stands twice"),
        BadInput(
            "an applier that is a group", target("applier: ⟦group/ops⟧"), "config.applier",
            "nobody who could apply"),
        BadInput(
            "an applier without a kind", target("applier: ⟦ci⟧"), "config.applier", "nobody who could apply"),
        BadInput(
            "an applier at no address", target("applierAddresses: [⟦ci.example⟧]"), "value.address",
            "`ci.example` is no range of addresses"),
        BadInput("a path outside", target("paths: [⟦../a⟧]"), "config.path", "no path below"),
        BadInput("an absolute path", target("paths: [⟦/a⟧]"), "config.path", "no path below"),
        BadInput(
            "an unknown guard", target("guards: {⟦removed⟧: {}}"), "schema.unknown-field", "`guards` has no",
            help: "`removedObjects`, `removedEdges`, `updatedObjects`"),
        BadInput(
            "more than all", target("guards: {removedEdges: {percent: ⟦101⟧}}"), "value.range",
            "from 0 to 100"),
        BadInput(
            "a limit with a sign", target("guards: {removedEdges: {percent: ⟦10%⟧}}"), "type.expected-int",
            "not `10%`"),
        BadInput(
            "another kind", "apiVersion: writ/v1\nkind: ⟦Group⟧\ntargets: {t: {account: a, store: sqlite}}\n",
            "schema.unknown-kind", "is a `Configuration`"),
        BadInput(
            "no targets", "apiVersion: writ/v1\nkind: Configuration\n⟦targets⟧: {}\n", "schema.missing-field",
            "no target"),
        BadInput(
            "a target's name",
            "apiVersion: writ/v1\nkind: Configuration\ntargets:\n  ⟦a b⟧: {}\n  c: {account: a, store: sqlite}\n",
            "name.charset", "`a b` is no name"),
        BadInput(
            "two documents", target("") + "---\n⟦a⟧: b\n", "yaml.document-count", "one document"),
        BadInput("an empty file", "⟦⟧", "manifest.empty", "empty"),
    ]

    @Test(arguments: rows) func `a mistake in the configuration is reported once`(_ row: BadInput) {
        let marked = MarkedText(row.text, file: "writ.yaml")
        row.verify(
            decodeConfiguration(ManifestFile(path: "writ.yaml", bytes: marked.bytes)).diagnostics, marked,
            #_sourceLocation)
    }

    private func read(_ text: String) -> Configuration {
        decodeConfiguration(ManifestFile(path: "writ.yaml", bytes: Array(text.utf8)))
    }
}
