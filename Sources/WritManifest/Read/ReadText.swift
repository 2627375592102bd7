internal import WritDiagnostics

extension NodeReader {
    /// A text, as written: plain only where no YAML reader would take it for anything else.
    ///
    /// - Parameter isDate: the field is a date, so that a plain date is right.
    /// - Parameter mayBeEmpty: an empty text is a way out where the value is absent.
    mutating func text(_ slot: Slot, isDate: Bool = false, mayBeEmpty: Bool = false) -> String? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        guard node.kind == .scalar else {
            report(
                "type.expected-text", "`\(path(slot))` takes a text, not \(description(slot))",
                at: keySpan(slot))
            return nil
        }
        guard !tree.isAbsent(slot.node) else {
            let way = mayBeEmpty ? "`\"\"` for an empty text" : "a value"
            null(slot, help: "write \(way), or delete the key to leave it unmanaged")
            return nil
        }
        let text = tree.string(of: slot.node)
        let traits = tree.traits(of: slot.node)
        guard !refuseSecret(text, traits, slot) else { return nil }
        if node.style == .plain, let reading = PlainReading(text), !(isDate && reading == .date) {
            quoteIt(slot, text, reading)
            return nil
        }
        return traits.isPlainASCII || hasOnlyPlainCharacters(text, slot) ? text : nil
    }

    private mutating func quoteIt(_ slot: Slot, _ text: String, _ reading: PlainReading) {
        let way = reading == .null ? " if that text is meant, or delete the key to leave it unmanaged" : ""
        report(
            "type.quote-it",
            "`\(text)` is read \(reading.words) by YAML 1.1 tools, `\(path(slot))` takes a text",
            at: span(slot), help: "write `\"\(text)\"`" + way)
    }

    /// Reports the first character of `text` that no text may hold, once a file for raw ones.
    mutating func hasOnlyPlainCharacters(_ text: String, _ slot: Slot) -> Bool {
        let place = span(slot)
        for scalar in text.unicodeScalars {
            guard let reason = RefusedCharacter(scalar) else { continue }
            let isKnown = hidden.contains { place.start <= $0.start && $0.start < place.end }
            if !isKnown { add(reason.diagnostic(scalar, at: place)) }
            return false
        }
        return true
    }
}
