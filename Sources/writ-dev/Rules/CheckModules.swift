/// Imports of the toolchain's and of packages' modules: only those that the target's ring and row allow.
func checkModules(_ file: SourceFile, package: PackageManifest) -> [Violation] {
    guard file.isSource, let arrows = arrowTable[file.target] else { return [] }
    let allowed = arrows.ring.modules.union(arrows.packages)
    return file.imports.compactMap { imported in
        guard localTarget(imported.module, package: package) == nil, !allowed.contains(imported.module) else {
            return nil
        }
        return Violation(
            file.path, imported.line, "`\(file.target)` must not import `\(imported.module)`",
            mend: mend(imported.module, allowed: allowed))
    }
}

private func mend(_ module: String, allowed: Set<String>) -> String {
    switch module {
    case "Foundation" where allowed.contains("FoundationEssentials"): "import FoundationEssentials"
    case "FoundationNetworking": "use the transport of WritHTTP"
    case _ where allowed.isEmpty: "take what it gives as a parameter, or move the code to a ring that may"
    default:
        "it may import \(allowed.sorted().joined(separator: ", ")); move the code to a ring that may do more"
    }
}
