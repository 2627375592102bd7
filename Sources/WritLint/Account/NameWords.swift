/// The words of a name in small letters: `opsReadOnly`, `ops-read-only` and `OPSReadOnly` are `ops`, `read`, `only`.
package func nameWords(_ name: String) -> [String] {
    let characters = Array(name)
    var words: [String] = []
    var last: Character?
    for (index, character) in characters.enumerated() {
        defer { last = character }
        guard character.isLetter || character.isNumber else { continue }
        let isOpen = last.map { $0.isLetter || $0.isNumber } ?? false
        // A capital letter starts a word behind a small one, and before one behind capital letters.
        let endsCapitals = index + 1 < characters.count && characters[index + 1].isLowercase
        let isStart = character.isUppercase && (!(last?.isUppercase ?? false) || endsCapitals)
        if isOpen, !isStart {
            words[words.count - 1] += character.lowercased()
        } else {
            words.append(character.lowercased())
        }
    }
    return words
}
