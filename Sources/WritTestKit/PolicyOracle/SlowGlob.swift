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
    matches(pattern[...], Array(text.unicodeScalars)[...], caseless)
}

private func matches(
    _ pattern: ArraySlice<SlowToken>, _ text: ArraySlice<Unicode.Scalar>, _ caseless: Bool
) -> Bool {
    guard let token = pattern.first else { return text.isEmpty }
    switch token {
    case .any:
        if matches(pattern.dropFirst(), text, caseless) { return true }
        return !text.isEmpty && matches(pattern, text.dropFirst(), caseless)
    case .one:
        return !text.isEmpty && matches(pattern.dropFirst(), text.dropFirst(), caseless)
    case .character(let expected):
        guard let found = text.first else { return false }
        let equal = caseless ? lowered(expected) == lowered(found) : expected == found
        return equal && matches(pattern.dropFirst(), text.dropFirst(), caseless)
    }
}

/// A text with ASCII capitals made small.
func slowLowercase(_ text: String) -> String {
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
