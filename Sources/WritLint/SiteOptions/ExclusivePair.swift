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
}
