package import WritLint
package import WritModel
package import WritPolicy

/// What the rules find in policy texts, on as many cores as there are. In the order of the texts.
package func lintOnAllCores(
    _ subjects: [PolicySubject], dialect: Dialect, kind: PolicyKind, _ rules: RuleSet
) async -> [Finding] {
    // Small enough that the last one keeps nobody waiting long.
    let size = 16
    guard subjects.count > size else { return lint(subjects, dialect: dialect, kind: kind, with: rules) }
    return await withTaskGroup(of: (Int, [Finding]).self) { group in
        for start in stride(from: 0, to: subjects.count, by: size) {
            let part = subjects[start..<min(start + size, subjects.count)]
            group.addTask { (start, lint(part, dialect: dialect, kind: kind, with: rules)) }
        }
        var found: [(start: Int, findings: [Finding])] = []
        for await part in group { found.append(part) }
        return found.sorted { $0.start < $1.start }.flatMap(\.findings)
    }
}
