internal import WritPolicy

// What sites write into the options of rules.

/// Patterns of names, in which `*` is any run of characters and `?` one.
struct NamePatterns {
    private let globs: [Glob]

    /// The patterns as they are written.
    init(_ texts: [String]) {
        globs = texts.map { Glob($0) }
    }

    /// Whether a name matches one of them.
    func has(_ name: String) -> Bool {
        guard !globs.isEmpty else { return false }
        let bytes = Array(name.utf8)
        return globs.contains { $0.matches(bytes) }
    }
}

/// Names in backticks, with commas and an `and`.
func listed(_ names: some Sequence<String>) -> String {
    let quoted = names.map { "`\($0)`" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
}

/// Two sides that exclude each other: `contractors and employees`.
struct ExclusivePair {
    /// As it is written.
    var text: String
    /// What stands before the `and`, by commas.
    var first: [String]
    /// What stands after it.
    var second: [String]

    /// Reads a pair; `nil` for anything else.
    init?(_ text: String) {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," }).map(String.init)
        let sides = words.split(separator: "and", omittingEmptySubsequences: false).map(Array.init)
        guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { return nil }
        self.text = text
        (first, second) = (sides[0], sides[1])
    }
}

extension Report {
    /// The patterns of names of an option.
    func patterns(_ option: String) -> NamePatterns { NamePatterns(texts(option)) }

    /// The pairs of an option; what is none is reported.
    mutating func pairs(_ option: String) -> [ExclusivePair] {
        texts(option).compactMap { text in
            let pair = ExclusivePair(text)
            if pair == nil {
                refuse(text, of: option, help: "write two sides with `and` between them")
            }
            return pair
        }
    }

    /// Reports an entry of an option that says nothing.
    mutating func refuse(_ entry: String, of option: String, help: String) {
        find("`\(entry)` of the option `\(option)` cannot be read", at: .target, help: help)
    }
}
