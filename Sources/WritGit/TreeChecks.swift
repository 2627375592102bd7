internal import WritDiagnostics

/// The entries of one tree that can be used, and what is wrong with the others.
///
/// `folder` is the tree's path from the top, empty for the top itself.
func checkedEntries(
    _ bytes: [UInt8], in folder: String
) -> (entries: [ListedEntry], problems: [Diagnostic]) {
    let (raw, isComplete) = treeEntries(bytes)
    var entries: [ListedEntry] = []
    var problems: [Diagnostic] = []
    var seen: [ArraySlice<UInt8>: TreeEntry] = [:]
    var previous: TreeEntry?
    for entry in raw {
        let twin = seen.updateValue(entry, forKey: entry.name)
        let wrong = problem(of: entry)
        if wrong == nil, twin == nil, let kind = entry.kind {
            let path = joined(folder, String(decoding: entry.name, as: UTF8.self))
            entries.append(ListedEntry(path: path, kind: kind, id: entry.id))
        }
        let misplaced = misplacement(of: entry, twin: twin, previous: previous)
        for (code, reason) in [wrong, misplaced].compactMap(\.self) {
            problems.append(
                treeProblem(
                    code, joined(folder, escapedName(entry.name)), reason,
                    help: code == "tree.malformed"
                        ? strangeTree : "rename it; if nobody here made it, ask where the commit comes from"))
        }
        previous = entry
    }
    if !isComplete {
        let name = folder.isEmpty ? "." : escapedName(folder)
        problems.append(
            Diagnostic(
                "tree.malformed", .error, "the list of the folder `\(name)` is cut short",
                at: SourceSpan(startOf: escapedName(folder)), help: strangeTree))
    }
    return (entries, problems)
}

/// What to do about a tree that is out of order.
private let strangeTree = "git itself makes no such folder: ask where the commit comes from"

/// What is wrong with an entry by itself.
private func problem(of entry: TreeEntry) -> (code: String, reason: String)? {
    if let reason = badNameReason(entry.name) { return ("tree.bad-name", reason) }
    if entry.id == .null { return ("tree.malformed", "has the id of no object") }
    if entry.kind == .symbolicLink, isGitModulesName(String(decoding: entry.name, as: UTF8.self)) {
        return ("tree.symlink", "is a symbolic link in the place of git's list of submodules")
    }
    if entry.kind == nil { return ("tree.malformed", "has the unknown mode `\(escapedName(entry.mode))`") }
    return nil
}

/// What is wrong with an entry among the others: `twin` has the same name, `previous` stands before it.
private func misplacement(
    of entry: TreeEntry, twin: TreeEntry?, previous: TreeEntry?
) -> (code: String, reason: String)? {
    if let twin {
        let isSameKind = (twin.kind == .folder) == (entry.kind == .folder)
        return ("tree.malformed", isSameKind ? "is there twice" : "is a file and a folder")
    }
    if let previous, !previous.isSorted(before: entry) { return ("tree.malformed", "is not in git's order") }
    return nil
}

/// The groups of paths that a file system would take for one another, each sorted; all in one folder.
func collisions(among paths: [String]) -> [[String]] {
    Dictionary(grouping: paths, by: foldedName).values.filter { $0.count > 1 }.map { $0.sorted() }
}

/// The diagnostic for paths that differ in case or composition alone.
func collisionProblem(_ paths: [String]) -> Diagnostic {
    // Equality of texts is canonical equivalence: these would look the same on the screen.
    let isComposition = Set(paths).count == 1
    let isCase = Set(paths.map { $0.lowercased().unicodeScalars.map(\.value) }).count == 1
    let shown = paths.map { "`\(isComposition ? spelledOut($0) : escapedName($0))`" }
        .joined(separator: " and ")
    let difference =
        isComposition
        ? "how letters and accents are composed" : isCase ? "case" : "case and how letters are composed"
    return Diagnostic(
        "tree.collision", .error, "\(shown) differ only in \(difference)",
        at: SourceSpan(startOf: escapedName(paths.last ?? "")),
        help: "rename one of them: many file systems and readers take them for the same")
}

/// `path` with every character that is not ASCII as `\u{…}`.
private func spelledOut(_ path: String) -> String {
    path.unicodeScalars.map { $0.isASCII ? escapedName(String($0)) : "\\u{\(String($0.value, radix: 16))}" }
        .joined()
}

/// The diagnostic for one entry, whose `path` is already escaped.
func treeProblem(_ code: String, _ path: String, _ reason: String, help: String? = nil) -> Diagnostic {
    Diagnostic(code, .error, "tree entry `\(path)` \(reason)", at: SourceSpan(startOf: path), help: help)
}

/// `name` below `folder`, which is empty for the top.
func joined(_ folder: String, _ name: String) -> String { folder.isEmpty ? name : folder + "/" + name }
