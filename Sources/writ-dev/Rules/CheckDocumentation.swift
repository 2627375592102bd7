private let typeKeywords: Set<String> = ["struct", "enum", "actor", "protocol", "class", "typealias"]
private let memberKeywords: Set<String> = ["var", "let", "init", "subscript"]

/// What the standard library's protocols ask for is documented there.
private let standardWitnesses: Set<String> = [
    "hash", "encode", "makeIterator", "next", "enqueue", "description", "debugDescription", "unownedExecutor",
]

/// Types and functions without `///`: everything at the top of a file, everything that other targets see, and
/// every requirement of a protocol.
///
/// What fulfils a requirement is documented at the protocol, so a function with the name of one is left
/// alone. Variables and initialisers are counted by a ratchet instead, as many have nothing to add to their name.
func checkDocumentation(_ sources: [SourceFile]) -> [Violation] {
    let declarations = sources.map(\.declarations)
    let requirements = Set(declarations.joined().filter { $0.requirementOf != nil }.map(\.name))
    return zip(sources, declarations).flatMap { file, declarations in
        declarations.compactMap { declaration in
            let isFunction =
                declaration.keyword == "func" && !isWitness(declaration, requirements: requirements)
            guard isFunction || typeKeywords.contains(declaration.keyword), isSeen(declaration),
                !file.isDocumented(line: declaration.line)
            else { return nil }
            return Violation(
                file.path, declaration.line, "`\(declaration.keyword) \(declaration.name)` has no `///` line",
                mend: "say in one line what it is or does")
        }
    }
}

/// The variables, initialisers and subscripts of `file` that other targets see and that have no `///` line.
func undocumentedMembers(of file: SourceFile) -> [Declaration] {
    file.declarations.filter { declaration in
        memberKeywords.contains(declaration.keyword) && isSeenElsewhere(declaration)
            && !standardWitnesses.contains(declaration.name) && !file.isDocumented(line: declaration.line)
    }
}

private func isSeenElsewhere(_ declaration: Declaration) -> Bool {
    declaration.access == "package" || declaration.access == "public"
}

private func isSeen(_ declaration: Declaration) -> Bool {
    let isAtTop =
        declaration.depth == 0 && declaration.access != "private" && declaration.access != "fileprivate"
    return isAtTop || isSeenElsewhere(declaration) || declaration.requirementOf != nil
}

/// Whether a function is an operator or fulfils a requirement that is documented elsewhere.
private func isWitness(_ declaration: Declaration, requirements: Set<String>) -> Bool {
    declaration.name.isEmpty || standardWitnesses.contains(declaration.name)
        || (declaration.requirementOf == nil && declaration.depth > 0
            && requirements.contains(declaration.name))
}

extension SourceFile {
    /// Whether a `///` line stands above the declaration and its attributes.
    func isDocumented(line: Int) -> Bool {
        var above = line - 2
        while above >= 0 {
            let text = lines[above].drop { $0 == " " }
            if text.hasPrefix("///") { return true }
            guard text.hasPrefix("@") || text.hasPrefix("//") else { return false }
            above -= 1
        }
        return false
    }
}
