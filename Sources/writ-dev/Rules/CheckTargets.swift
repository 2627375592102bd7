/// Targets of `Package.swift` against the table of arrows and the folders in `Sources`.
func checkTargets(_ package: PackageManifest, folders: [String]) -> [Violation] {
    guard !package.targets.isEmpty else {
        return [
            Violation(
                "Package.swift", 1, "no list of targets was found",
                mend: "write `targets: [...]` as one literal list")
        ]
    }
    var violations: [Violation] = []
    for target in package.targets where !target.isTest {
        guard let arrows = arrowTable[target.name] else {
            violations.append(
                Violation(
                    "Package.swift", target.line, "target `\(target.name)` is not in the table of arrows",
                    mend: "add it to \(arrowTablePath) with what it may import"))
            continue
        }
        let allowed = reach(of: target.name).union(arrows.packages)
        for dependency in target.dependencies.sorted() where !allowed.contains(dependency) {
            violations.append(
                Violation(
                    "Package.swift", target.line,
                    "`\(target.name)` depends on `\(dependency)`, which is no arrow",
                    mend: "turn the dependency round, or add the arrow to \(arrowTablePath)"))
        }
    }
    for folder in folders where package[folder] == nil {
        violations.append(
            Violation(
                "Sources/\(folder)", 1, "no target of Package.swift owns this folder",
                mend: "declare the target or remove the folder"))
    }
    return violations
}
