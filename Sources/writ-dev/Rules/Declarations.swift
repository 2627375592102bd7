/// A declaration that a line of code begins.
struct Declaration: Hashable, Sendable {
    /// `func`, `struct`, `var` and so on.
    let keyword: String

    /// The name; the keyword again for `init` and `subscript`; empty for an operator.
    let name: String

    /// The access level written in front, if any.
    let access: String?

    /// From 1.
    let line: Int

    /// How many brackets `{` are open where it stands.
    let depth: Int

    /// The name of the protocol around it, if it is a requirement.
    let requirementOf: String?
}

private let accessLevels: Set<String> = ["private", "fileprivate", "internal", "package", "public", "open"]
private let modifiers: Set<String> = [
    "static", "class", "final", "mutating", "nonmutating", "nonisolated", "isolated", "indirect", "override",
    "lazy", "weak", "unowned", "consuming", "borrowing", "convenience", "required", "dynamic", "distributed",
    "set", "unsafe",
]
private let keywords: Set<String> = [
    "func", "struct", "enum", "actor", "protocol", "class", "typealias", "init", "var", "let", "subscript",
]

extension SourceFile {
    /// The declarations that begin a line, in order; in function bodies too.
    var declarations: [Declaration] {
        var found: [Declaration] = []
        var depth = 0
        var protocolName: (name: String, depth: Int)?
        var wordsByLine = words[...]
        for (index, line) in code.enumerated() {
            let count = wordsByLine.prefix { $0.line == index + 1 }.count
            let lineWords = wordsByLine.prefix(count)
            wordsByLine = wordsByLine.dropFirst(count)
            if let enclosing = protocolName, depth <= enclosing.depth { protocolName = nil }
            if let declaration = declaration(lineWords, depth: depth, requirementOf: protocolName?.name) {
                found.append(declaration)
                if declaration.keyword == "protocol" { protocolName = (declaration.name, depth) }
            }
            depth += line.count { $0 == UInt8(ascii: "{") } - line.count { $0 == UInt8(ascii: "}") }
        }
        return found
    }

    private func declaration(
        _ words: ArraySlice<Word>, depth: Int, requirementOf: String?
    ) -> Declaration? {
        var access: String?
        for index in words.indices {
            let word = words[index]
            let next = index + 1 < words.endIndex ? words[index + 1].text : nil
            // `class func` has `class` as a modifier, `class Name` as its keyword.
            let isModifier = modifiers.contains(word.text) && !(word.text == "class" && !isKeyword(next))
            if accessLevels.contains(word.text) {
                if !word.isFollowed(by: "(") { access = word.text }
            } else if keywords.contains(word.text), !isModifier {
                let isNamed = word.text != "init" && word.text != "subscript"
                let name = word.isFollowedByName ? next ?? "" : ""
                return Declaration(
                    keyword: word.text, name: isNamed ? name : word.text, access: access, line: word.line,
                    depth: depth, requirementOf: requirementOf)
            } else if !isModifier, word.before != "@" {
                return nil
            }
        }
        return nil
    }

    private func isKeyword(_ word: String?) -> Bool {
        word.map { keywords.contains($0) || modifiers.contains($0) } ?? false
    }
}
