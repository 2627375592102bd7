internal import WritDiagnostics
internal import WritModel

/// The longest name, in characters.
private let nameLimit = 64

extension NodeReader {
    /// The name of an object: the grammar that every supported store accepts.
    mutating func name(_ slot: Slot, of kind: Kind) -> String? {
        guard let name = text(slot) else { return nil }
        let place = span(slot)
        if name.isEmpty {
            report("name.empty", "the name is empty", at: place, help: "write the object's name")
        } else if name.hasPrefix(" ") || name.hasSuffix(" ") {
            report("name.whitespace", "the name starts or ends with a space", at: place, help: "delete it")
        } else if hasTemplate(name) {
            report(
                "text.template-leftover", "the name holds a template that was not filled in", at: place,
                help: "write the name itself")
        } else if let problem = nameProblem(name, kind: kind) {
            report(
                "name.charset", problem, at: place,
                notes: confusable(name).map { [DiagnosticNote("it can be taken for `\($0)`")] } ?? [],
                help: nameGrammar(kind))
        } else if name.utf8.count > nameLimit {
            report(
                "name.length", "the name has \(name.utf8.count) characters, more than \(nameLimit)",
                at: place,
                help: "shorten it")
        } else if kind.isSingleton && name != "default" {
            report(
                "name.singleton", "an account has one \(kind.manifestName), so `\(name)` names none",
                at: place, help: "write `default`")
        } else {
            return name
        }
        return nil
    }
}

private func nameGrammar(_ kind: Kind) -> String {
    let space = kind == .policy ? " and spaces" : ""
    return "use ASCII letters, digits, `_ . - + = , @`\(space)"
}

private func nameProblem(_ name: String, kind: Kind) -> String? {
    for scalar in name.unicodeScalars {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "-", "+", "=", ",", "@": continue
        case " " where kind == .policy: continue
        case " ": return "the name holds a space"
        case "`": return "the name holds a backtick"
        case _ where scalar.isASCII: return "the name holds `\(scalar)`"
        default: return "the name holds `\(scalar)` (\(WritManifest.name(scalar)))"
        }
    }
    guard kind == .user, let first = name.utf8.first, (0x30...0x39).contains(first) else { return nil }
    return "the name of a user starts with a digit"
}

/// Whether `text` holds a placeholder of a template language.
func hasTemplate(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }) else {
        return false
    }
    let bytes = Array(text.utf8)
    func holds(_ start: StaticString, before end: StaticString) -> Bool {
        guard let opened = index(of: start, in: bytes[...]) else { return false }
        return index(of: end, in: bytes[opened...]) != nil
    }
    return holds("{{", before: "}}") || holds("${", before: "}") || holds("<%", before: "%>")
}

/// The index at which `word` starts in `bytes`, searching from the left.
func index(of word: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let count = word.utf8CodeUnitCount
    guard bytes.count >= count else { return nil }
    return word.withUTF8Buffer { word in
        (bytes.startIndex...bytes.endIndex - count).first { start in
            bytes[start] == word[0] && bytes[start..<start + count].elementsEqual(word)
        }
    }
}
