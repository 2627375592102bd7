internal import WritPolicy

extension Request {
    /// `` `obs:object:GetObject` on `obs:*:*:object:logs/a` where `g:MFAPresent` is `true` ``, with `…` for what may be anything.
    var title: String {
        var text = isGeneric(action) ? "any action" : "`\(shown(action))`"
        if !isGeneric(resource) { text += " on `\(shown(resource))`" }
        let said = context.sorted { $0.key < $1.key }.map { key, values in
            "`\(key)` is " + values.map { "`\(shown($0))`" }.joined(separator: " and ")
        }
        return said.isEmpty ? text : text + " where " + said.joined(separator: ", ")
    }
}

/// Whether a name says nothing but that it is one.
private func isGeneric(_ text: String) -> Bool { text.allSatisfy { $0 == ":" || $0 == "\u{25CA}" } }

/// Characters that stand for anything, as `…`.
private func shown(_ text: String) -> String {
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
