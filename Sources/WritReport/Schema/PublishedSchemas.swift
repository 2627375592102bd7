package import WritManifest
internal import WritModel

/// A schema under the name of its file.
package struct PublishedSchema: Sendable {
    /// The name in `schemas/`.
    package var file: String
    /// What it says.
    package var document: SchemaDocument

    /// The bytes of the file.
    package var text: String { document.json.prettyText }
}

/// All schemas that Writ publishes: of what it reads, then of what it writes.
package var publishedSchemas: [PublishedSchema] { editorSchemas + kindSchemas + outputSchemas }

/// The schemas that an editor needs: of any manifest, and of `writ.yaml`.
package var editorSchemas: [PublishedSchema] {
    [
        PublishedSchema(file: "manifest.json", document: ManifestSchemas.anyManifest),
        PublishedSchema(
            file: "configuration.json",
            document: ManifestSchemas.configuration(
                lint: LintSchemas.settings, definitions: LintSchemas.definitions)),
    ]
}

private var kindSchemas: [PublishedSchema] {
    Kind.allCases.map {
        PublishedSchema(file: "\($0.rawValue).json", document: ManifestSchemas.manifest(of: $0))
    }
        + CheckKind.allCases.map {
            PublishedSchema(file: "\($0.rawValue).json", document: ManifestSchemas.manifest(of: $0))
        }
}

private var outputSchemas: [PublishedSchema] {
    [
        PublishedSchema(file: "plan.json", document: OutputSchemas.plan),
        PublishedSchema(file: "apply.json", document: OutputSchemas.apply),
        PublishedSchema(file: "diff.json", document: OutputSchemas.diff),
        PublishedSchema(file: "drift.json", document: OutputSchemas.drift),
        PublishedSchema(file: "history.json", document: OutputSchemas.history),
        PublishedSchema(file: "import.json", document: OutputSchemas.imported),
        PublishedSchema(file: "snapshot.json", document: OutputSchemas.snapshot),
        PublishedSchema(file: "validate.json", document: OutputSchemas.validate),
        PublishedSchema(file: "lint.json", document: OutputSchemas.lint),
        PublishedSchema(file: "lint-baseline.json", document: OutputSchemas.lintBaseline),
        PublishedSchema(file: "can.json", document: OutputSchemas.can),
        PublishedSchema(file: "who-can.json", document: OutputSchemas.whoCan),
        PublishedSchema(file: "explain.json", document: OutputSchemas.explain),
        PublishedSchema(file: "test.json", document: OutputSchemas.test),
    ]
}
