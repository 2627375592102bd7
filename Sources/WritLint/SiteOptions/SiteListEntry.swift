/// An entry of a site's list: two texts with a word between them, such as `ACTION on RESOURCE`.
package struct SiteListEntry: Hashable, Sendable {
    /// Before the word.
    package var first: String
    /// After it; `nil` where the word is not there.
    package var second: String?

    /// Reads `first word second`.
    package init(_ text: String, word: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let place = words.firstIndex(of: word), place + 1 < words.count else {
            first = words.joined(separator: " ")
            return
        }
        first = words[..<place].joined(separator: " ")
        second = words[(place + 1)...].joined(separator: " ")
    }
}
