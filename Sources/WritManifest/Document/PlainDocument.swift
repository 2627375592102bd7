package import WritDiagnostics
package import WritModel

/// A file that is a policy document, as it is written and without any check of what it says: YAML where its name says so,
/// else JSON.
///
/// - Returns: the value, or what is wrong with the text.
package func plainDocument(_ file: SourceText) -> (json: JSONValue?, diagnostics: [Diagnostic]) {
    guard file.path.hasSuffix(".yaml") || file.path.hasSuffix(".yml") else {
        let bytes = file.bytes
        let text = JSONText(
            bytes: bytes, file: file.path, position: { position(of: $0, in: bytes) { _ in 0 } },
            whole: SourceSpan(startOf: file.path))
        return text.value()
    }
    let yaml = readYaml(file.bytes, file: file.path, limits: ManifestLimits())
    guard !yaml.diagnostics.hasErrors, yaml.tree.roots.count == 1,
        let source = YamlSource(file.bytes, file: file.path)
    else {
        let found = yaml.diagnostics.filter { $0.severity == .error }
        let count = Diagnostic(
            "policy.document-file", "the file has to hold one document", at: SourceSpan(startOf: file.path))
        return (nil, found.isEmpty ? [count] : found)
    }
    return (source.outline(of: source.root).json, [])
}
