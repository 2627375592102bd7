/// Imports of local targets: each is an arrow of the table and a dependency in `Package.swift`.
///
/// SwiftPM lets an undeclared import pass whenever the module happens to be built already.
func checkArrows(_ file: SourceFile, package: PackageManifest) -> [Violation] {
    guard let owner = package[file.target] else { return [] }
    var violations: [Violation] = []
    for imported in file.imports {
        guard let target = localTarget(imported.module, package: package), target != file.target else {
            continue
        }
        if file.isSource, arrowTable[file.target] != nil, !reach(of: file.target).contains(target) {
            violations.append(
                Violation(
                    file.path, imported.line, "`\(file.target)` imports `\(target)`, which is no arrow",
                    mend: "turn the dependency round, or add the arrow to \(arrowTablePath)"))
        } else if !owner.dependencies.contains(target) {
            violations.append(
                Violation(
                    file.path, imported.line, "`\(file.target)` imports `\(target)` without declaring it",
                    mend: "add \"\(target)\" to the dependencies of \"\(file.target)\" in Package.swift"))
        }
    }
    return violations
}

/// The name of the local target that builds `module`, declared already or only in the table.
func localTarget(_ module: String, package: PackageManifest) -> String? {
    package.target(module: module)?.name ?? arrowTable.keys.first { moduleName($0) == module }
}
