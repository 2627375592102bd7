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

    private func read(_ text: String) -> Configuration {
        decodeConfiguration(ManifestFile(path: "writ.yaml", bytes: Array(text.utf8)))
    }
}
