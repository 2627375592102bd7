internal import WritDiagnostics

/// The entries of one tree that can be used, and what is wrong with the others.
///
/// `folder` is the tree's path from the top, empty for the top itself.
func checkedEntries(_ bytes: [UInt8], in folder: String) -> (entries: [ListedEntry], problems: [Diagnostic]) {
    let (raw, isComplete) = treeEntries(bytes)
    var entries: [ListedEntry] = []
    var problems: [Diagnostic] = []
    var kinds: [[UInt8]: EntryKind?] = [:]
    var previous: TreeEntry?
    for entry in raw {
        let path = joined(folder, escapedName(entry.name))
        if let reason = badNameReason(entry.name) {
            problems.append(treeProblem("tree.bad-name", path, reason))
        } else if let kind = entry.kind, entry.id != .null {
            if kinds[entry.name] == nil {
                let name = String(decoding: entry.name, as: UTF8.self)
                entries.append(ListedEntry(path: joined(folder, name), kind: kind, id: entry.id))
            }
        } else {
            let reason =
                entry.id == .null
                ? "has the id of no object" : "has the unknown mode `\(escapedName(entry.mode))`"
            problems.append(treeProblem("tree.malformed", path, reason))
        }
        if let first = kinds[entry.name] {
            let reason = (first == .folder) == (entry.kind == .folder) ? "is there twice" : "is a file and a folder"
            problems.append(treeProblem("tree.malformed", path, reason))
        } else if let previous, !isSorted(previous, before: entry) {
            problems.append(treeProblem("tree.malformed", path, "is not in git's order"))
        }
        kinds[entry.name] = .some(entry.kind)
        previous = entry
    }
    if !isComplete {
        problems.append(
            Diagnostic(
                "tree.malformed", .error,
                "the list of the folder `\(folder.isEmpty ? "." : escapedName(folder))` is cut short",
                at: SourceSpan(startOf: escapedName(folder))))
    }
    return (entries, problems)
}

/// The groups of paths that a file system would take for one another, each sorted; all in one folder.
func collisions(among paths: [String]) -> [[String]] {
    Dictionary(grouping: paths, by: foldedName).values.filter { $0.count > 1 }.map { $0.sorted() }
}

/// The diagnostic for paths that differ in case or composition alone.
func collisionProblem(_ paths: [String]) -> Diagnostic {
    let shown = paths.map { "`\(escapedName($0))`" }.joined(separator: " and ")
    return Diagnostic(
        "tree.collision", .error, "\(shown) differ in case or in how characters are composed alone",
        at: SourceSpan(startOf: escapedName(paths.last ?? "")),
        help: "rename one of them: many file systems and readers take them for the same")
}

/// The diagnostic for one entry, whose `path` is already escaped.
func treeProblem(_ code: String, _ path: String, _ reason: String, help: String? = nil) -> Diagnostic {
    Diagnostic(code, .error, "tree entry `\(path)` \(reason)", at: SourceSpan(startOf: path), help: help)
}

/// `name` below `folder`, which is empty for the top.
func joined(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
