package import WritDiagnostics
package import WritModel

/// What `writ.yaml` says.
package struct Configuration: Sendable {
    /// Sorted by name.
    package var targets: [Target] = []
    /// What is set for lint.
    package var lint = LintSettings()
    /// Where each target's name stands.
    package var sources: [String: SourceSpan] = [:]
    /// Sorted by place.
    package var diagnostics: [Diagnostic] = []

    /// The target of that name.
    package subscript(name: String) -> Target? { targets.first { $0.name == name } }
}

/// Reads `writ.yaml`: a single document of the kind `Configuration`.
package func decodeConfiguration(
    _ file: ManifestFile, limits: ManifestLimits = ManifestLimits()
) -> Configuration {
    let yaml = readYaml(file.bytes, file: file.path, limits: limits)
    var reader = NodeReader(yaml)
    var configuration = Configuration()
    if let root = yaml.tree.roots.first {
        reader.configuration(root: root, into: &configuration)
    } else if !yaml.isCut {
        reader.report("manifest.empty", "the file is empty", at: SourceSpan(startOf: file.path))
    }
    for extra in yaml.tree.roots.dropFirst() {
        reader.report(
            "yaml.document-count", "the configuration is one document", at: reader.firstLine(of: extra),
            help: "put every target under one `targets`")
    }
    configuration.targets.sort { $0.name < $1.name }
    configuration.diagnostics = diagnostics(of: yaml, reader).ordered()
    return configuration
}
