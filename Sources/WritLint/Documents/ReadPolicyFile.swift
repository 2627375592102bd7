package import WritDiagnostics
internal import WritManifest
package import WritModel
package import WritPolicy

/// The documents of a file: one, or under a list of whole documents each of them; a list of statements is one document.
///
/// - Returns: none where the file is not JSON, or for a name that says so YAML: `plainDocument(_:)` tells the reason.
package func policyFile(
    _ file: SourceText, id path: String, dialect: Dialect, kind: PolicyKind
) -> [LintedPolicy] {
    guard let json = plainDocument(file).json else { return [] }
    let isList = json.array?.contains { member("statement", of: $0) != nil } ?? false
    guard isList, let items = json.array else {
        return [LintedPolicy(id: .init(.file(path)), dialect: dialect, kind: kind, json: json)]
    }
    return items.enumerated().map { index, item in
        LintedPolicy(id: .init(.item(path, index)), dialect: dialect, kind: kind, json: item)
    }
}
