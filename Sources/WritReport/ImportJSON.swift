package import WritDiagnostics
internal import WritManifest
package import WritModel
internal import WritPlan

/// An import as a JSON document.
///
/// - Parameter warnings: what could not be declared, and what is worth knowing about what was.
package func json(_ report: ImportReport, warnings: [Diagnostic]) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/import/1"), .init("target", .string(report.target.name)),
        .init("store", .string(report.target.store.rawValue)),
        .init("account", .string(report.target.account)), .init("dryRun", .boolean(report.isDryRun)),
        .init(
            "files",
            .array(
                report.files.map {
                    ["address": .string($0.address.description), "path": .string($0.path)]
                })),
        .init("configuration", report.makesConfiguration ? .string(configurationPath) : .null),
        .init("declared", .array(report.declared.map { .string($0.description) })),
    ]
    if !report.reserved.isEmpty {
        members.append(.init("reserved", .array(report.reserved.map(\.json))))
    }
    return .object(
        members + [
            .init("leftOut", .integer(report.leftOutCount)),
            .init("diagnostics", .array(warnings.map { WritReport.json($0) })),
        ])
}
