package import WritDiagnostics
internal import WritManifest
package import WritModel

/// An import as a JSON document.
///
/// - Parameter warnings: what could not be declared, and what is worth knowing about what was.
package func json(_ report: ImportReport, warnings: [Diagnostic]) -> JSONValue {
    [
        "format": "writ/import/1", "target": .string(report.target.name),
        "store": .string(report.target.store.rawValue), "account": .string(report.target.account),
        "dryRun": .boolean(report.isDryRun),
        "files": .array(
            report.files.map {
                ["address": .string($0.address.description), "path": .string($0.path)]
            }),
        "configuration": report.makesConfiguration ? .string(configurationPath) : .null,
        "declared": .array(report.declared.map { .string($0.description) }),
        "leftOut": .integer(report.leftOutCount),
        "diagnostics": .array(warnings.map { WritReport.json($0) }),
    ]
}
