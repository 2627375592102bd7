import WritDiagnostics
import WritManifest
import WritModel

/// How far a schema sees: which of Writ's diagnostics it has to raise as well.
enum SchemaReach {
    /// The codes of mistakes that a schema sees in every form they take.
    static let codes: Set<String> = [
        "schema.unknown-field", "schema.unknown-kind", "schema.missing-field", "schema.one-of", "type.null",
        "type.expected-list", "type.expected-mapping", "yaml.not-a-mapping", "value.range", "value.choice",
        "value.length", "value.format", "value.empty", "value.expires-in-none", "list.duplicate",
        "name.charset", "name.empty", "name.length", "name.singleton", "name.whitespace", "policy.duration",
        "policy.empty", "policy.statement", "policy.effect", "policy.shape", "config.not-allowed-here",
    ]

    /// Whether the diagnostic is about what other files say.
    static func isElsewhere(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.code.hasPrefix("ref.") || diagnostic.message.hasPrefix("there is no file")
    }

    /// What Writ says about a file of manifests by itself.
    static func diagnostics(of text: String) -> [Diagnostic] {
        let tree = ManifestTree(
            revision: Revision(commit: nil, name: "work", repository: "r"),
            files: [ManifestFile(path: "m.yaml", bytes: Array(text.utf8))], paths: ["m.yaml"])
        let parsed = parseManifests(tree, target: Target(name: "t", account: "a", paths: ["."]))
        return decode(parsed, documents: [:]).diagnostics
    }
}
