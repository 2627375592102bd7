internal import WritDiagnostics

extension NodeReader {
    /// A text, as written: plain only where no YAML reader would take it for anything else.
    ///
    /// - Parameter isDate: the field is a date, so that a plain date is right.
    /// - Parameter mayBeEmpty: an empty text is a way out where the value is absent.
    mutating func text(_ slot: Slot, isDate: Bool = false, mayBeEmpty: Bool = false) -> String? {
        textAndTraits(slot, isDate: isDate, mayBeEmpty: mayBeEmpty)?.text
    }

    /// ``text(_:isDate:mayBeEmpty:)`` with what a look at its bytes told.
    ///
    /// - Parameter mayHoldKeys: certificates and public keys are right, which look like secrets.
    mutating func textAndTraits(
        _ slot: Slot, isDate: Bool = false, mayBeEmpty: Bool = false, mayHoldKeys: Bool = false
    ) -> (text: String, traits: TextTraits)? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        guard node.kind == .scalar else {
            report(
                "type.expected-text", "`\(path(slot))` takes a text, not \(description(slot))",
                at: keySpan(slot), help: "write the text behind the key, or after `|` on lines of its own")
            return nil
        }
        guard !tree.isAbsent(slot.node) else {
            let way = mayBeEmpty ? "`\"\"` for an empty text" : "a value"
            null(slot, help: "write \(way)" + otherWayOut(slot))
            return nil
        }
        let text = tree.string(of: slot.node)
        let traits = tree.traits(of: slot.node)
        guard !refuseSecret(text, traits, slot, mayHoldKeys: mayHoldKeys) else { return nil }
        if node.style == .plain, let reading = PlainReading(text), !(isDate && reading == .date) {
            quoteIt(slot, text, reading)
            return nil
        }
        return traits.isPlainASCII || hasOnlyPlainCharacters(text, slot) ? (text, traits) : nil
    }

    private mutating func quoteIt(_ slot: Slot, _ text: String, _ reading: PlainReading) {
        var way = ""
        if reading == .null { way = " if that text is meant" + otherWayOut(slot) }
        report(
            "type.quote-it",
            "`\(text)` is read \(reading.words) by YAML 1.1 tools, `\(path(slot))` takes a text",
            at: span(slot), help: "write `\"\(text)\"`" + way)
    }

    /// What helps besides writing a value: nothing for the keys that cannot be left out wherever they stand.
    private func otherWayOut(_ slot: Slot) -> String {
        if slot.isItem { return ", or delete the item" }
        return ["apiVersion", "kind", "name"].contains(slot.name)
            ? "" : ", or delete the key to leave it unmanaged"
    }

    /// Reports the first character of `text` that no text may hold, once a file for raw ones.
    mutating func hasOnlyPlainCharacters(_ text: String, _ slot: Slot) -> Bool {
        let place = span(slot)
        for scalar in text.unicodeScalars {
            guard let reason = RefusedCharacter(scalar) else { continue }
            let isKnown = hidden.contains { place.start <= $0.start && $0.start < place.end }
            if !isKnown {
                var diagnostic = reason.diagnostic(scalar, at: place)
                // A raw one was reported with the bytes.
                if reason != .lineSeparator { diagnostic.help = "delete the escape that stands for it" }
                add(diagnostic)
            }
            return false
        }
        return true
    }
}
