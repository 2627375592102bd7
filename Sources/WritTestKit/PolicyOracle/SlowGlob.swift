/// One place of a pattern.
enum SlowToken: Hashable, Sendable {
    /// That character and no other.
    case character(Unicode.Scalar)
    /// Exactly one character.
    case one
    /// Any run of characters, also none.
    case any
}

/// The tokens of a text in which `*`, and where asked `?`, are wildcards.
func slowTokens(_ text: String, questionMarkIsWildcard: Bool = true) -> [SlowToken] {
    text.unicodeScalars.map { scalar in
        if scalar == "*" { return .any }
        if scalar == "?" && questionMarkIsWildcard { return .one }
        return .character(scalar)
    }
}

/// The tokens of a text without wildcards.
func slowCharacters(_ text: String) -> [SlowToken] {
    text.unicodeScalars.map(SlowToken.character)
}

/// Whether a pattern matches the whole text, tried in every way there is.
///
/// Exponential in the stars of the pattern.
func slowMatches(_ pattern: [SlowToken], _ text: String, caseless: Bool = false) -> Bool {
    slowMatches(pattern, 0, Array((caseless ? slowLowercase(text) : text).unicodeScalars), 0, caseless)
}

/// Whether the pattern from one place on matches the text from another on.
private func slowMatches(
    _ pattern: [SlowToken], _ place: Int, _ text: [Unicode.Scalar], _ at: Int, _ caseless: Bool
) -> Bool {
    if place == pattern.count { return at == text.count }
    switch pattern[place] {
    case .any:
        if slowMatches(pattern, place + 1, text, at, caseless) { return true }
        return at < text.count && slowMatches(pattern, place, text, at + 1, caseless)
    case .one:
        return at < text.count && slowMatches(pattern, place + 1, text, at + 1, caseless)
    case .character(let expected):
        guard at < text.count, (caseless ? lowered(expected) : expected) == text[at] else { return false }
        return slowMatches(pattern, place + 1, text, at + 1, caseless)
    }
}

/// A text with ASCII capitals made small.
func slowLowercase(_ text: String) -> String {
    if text.utf8.count == text.unicodeScalars.count { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(lowered(scalar)) }
    return String(result)
}

private func lowered(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 65, scalar.value <= 90 else { return scalar }
    return Unicode.Scalar(UInt8(scalar.value) + 32)
}

/// A text's parts between colons: at most `count`, the last takes what is left.
func slowCut(_ text: String, into count: Int) -> [String] {
    var parts: [String] = []
    var part = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if scalar == ":" && parts.count < count - 1 {
            parts.append(String(part))
            part = String.UnicodeScalarView()
        } else {
            part.append(scalar)
        }
    }
    return parts + [String(part)]
}
