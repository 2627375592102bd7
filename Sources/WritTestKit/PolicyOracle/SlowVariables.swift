internal import WritPolicy

/// A pattern after its variables were replaced.
enum SlowExpansion: Hashable, Sendable {
    case tokens([SlowToken])
    /// A variable has no value: the pattern matches nothing.
    case missing
    /// A key has several values, and the vendor does not say which is meant: these with any text in its place.
    case several([SlowToken])
}

/// Which `${…}` are variables.
enum SlowVariables: Hashable, Sendable {
    case none
    /// Every key's, and the three characters `${*}`, `${?}`, `${$}`.
    case everyKey
    /// Only those of these names; the rest is text.
    case only([String])
}

/// The pattern of a text: wildcards if `isGlob`, its variables replaced by the request's values.
func slowExpand(
    _ text: String, _ variables: SlowVariables, isGlob: Bool, request: Request
) -> SlowExpansion {
    if variables == .none || !text.contains("${") {
        return .tokens(isGlob ? slowTokens(text) : slowCharacters(text))
    }
    var tokens: [SlowToken] = []
    var isSure = true
    var rest = Substring(text)
    while !rest.isEmpty {
        if variables != .none, rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
            let inner = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<end])
            switch slowVariable(inner, variables, request) {
            case .text: break
            case .value(let value):
                tokens += slowCharacters(value)
                rest = rest[rest.index(after: end)...]
                continue
            case .missing: return .missing
            case .several:
                isSure = false
                tokens.append(.any)
                rest = rest[rest.index(after: end)...]
                continue
            }
        }
        let first = String(rest.removeFirst())
        tokens += isGlob ? slowTokens(first) : slowCharacters(first)
    }
    return isSure ? .tokens(tokens) : .several(tokens)
}

private enum SlowVariableValue {
    case text, missing, several
    case value(String)
}

private func slowVariable(
    _ inner: String, _ variables: SlowVariables, _ request: Request
) -> SlowVariableValue {
    if case .only(let names) = variables {
        guard names.contains(inner) else { return .text }
    } else if ["*", "?", "$"].contains(inner) {
        return .value(inner)
    }
    var name = inner
    var fallback: String?
    if case .everyKey = variables, let comma = inner.firstIndex(of: ",") {
        let after = inner[inner.index(after: comma)...].drop { $0 == " " }
        if after.count >= 2, after.hasPrefix("'"), after.hasSuffix("'") {
            fallback = String(after.dropFirst().dropLast())
            name = String(inner[..<comma])
        }
    }
    let values = slowValues(of: name, in: request)
    if values.count > 1 { return .several }
    if let value = values.first ?? fallback { return .value(value) }
    return .missing
}

/// A key's values in the request, found without regard to case.
func slowValues(of key: String, in request: Request) -> [String] {
    let wanted = slowLowercase(key)
    return request.context.first { slowLowercase($0.key) == wanted }?.value ?? []
}

/// A pattern's parts between colons, of which those inside `${…}` do not count.
func slowCutOutsideVariables(_ text: String, into count: Int) -> [String] {
    var parts = [""]
    var rest = Substring(text)
    while let first = rest.first {
        if rest.hasPrefix("${"), let end = rest.firstIndex(of: "}") {
            parts[parts.count - 1] += rest[...end]
            rest = rest[rest.index(after: end)...]
            continue
        }
        if first == ":" && parts.count < count {
            parts.append("")
        } else {
            parts[parts.count - 1].append(first)
        }
        rest.removeFirst()
    }
    return parts
}
