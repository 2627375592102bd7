/// Every violation of the layout's rules, sorted by place.
///
/// Reads nothing but `repository`. One thing is reported once, also where two rules see it.
func checkLayout(_ repository: Repository, ratchets: [Ratchet]) -> [Violation] {
    var violations: [Violation] = []
    violations += checkTargets(repository.package, folders: repository.sourceFolders)
    for file in repository.files {
        violations += checkArrows(file, package: repository.package)
        violations += checkModules(file, package: repository.package)
        violations += checkCalls(file)
        violations += checkLength(file)
        violations += checkSafety(file)
        violations += checkName(file)
    }
    violations += checkDocumentation(repository.sources)
    violations += checkRatchets(ratchets, sources: repository.sources)
    violations += checkTopLevel(repository.topLevel)
    return Set(violations).sorted()
}
