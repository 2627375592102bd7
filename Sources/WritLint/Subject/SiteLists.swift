internal import WritPolicy

// What sites write into the options of rules.

/// Whether a name matches one of these patterns, in which `*` is any run of characters and `?` one.
func matches(_ name: String, anyOf patterns: [String]) -> Bool {
    let bytes = Array(name.utf8)
    return patterns.contains { Glob($0).matches(bytes) }
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
