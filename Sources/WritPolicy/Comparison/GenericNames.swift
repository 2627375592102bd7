/// Whether a name in a witness says nothing but that it is one.
package func isGeneric(_ text: String) -> Bool { text.allSatisfy { $0 == ":" || $0 == "\u{25CA}" } }

/// A name in a witness with `…` for what may be anything.
package func shownGeneric(_ text: String) -> String {
    var result = ""
    for character in text {
        if character == "\u{25CA}" || character == "\u{25C7}" {
            if result.last != "…" { result.append("…") }
        } else {
            result.append(character)
        }
    }
    return result
}
