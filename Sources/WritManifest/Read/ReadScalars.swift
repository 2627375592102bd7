internal import WritDiagnostics

extension NodeReader {
    /// A plain `true` or `false`.
    mutating func boolean(_ slot: Slot) -> Bool? {
        guard let text = plain(slot, "type.expected-bool", "`true` or `false`") else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            var help = "write `true` or `false`"
            if case .boolean(let flag)? = PlainReading(text) { help = "write `\(flag)`" }
            report(
                "type.expected-bool", "`\(path(slot))` takes `true` or `false`, not `\(text)`",
                at: span(slot), help: help)
            return nil
        }
    }

    /// A plain decimal number within `range`.
    mutating func integer(_ slot: Slot, in range: ClosedRange<Int>) -> Int? {
        guard let text = plain(slot, "type.expected-int", "a whole number") else { return nil }
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let isDecimal =
            !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
            && (digits.count == 1 || digits.first != 0x30)
        guard isDecimal else {
            report(
                "type.expected-int", "`\(path(slot))` takes a whole number, not `\(text)`", at: span(slot),
                help: wholeNumber(text, in: range).map { "write `\($0)`" } ?? "write it in decimal digits")
            return nil
        }
        guard let number = Int(text), range.contains(number) else {
            report(
                "value.range",
                "`\(path(slot))` takes a number from \(range.lowerBound) to \(range.upperBound), not `\(text)`",
                at: span(slot))
            return nil
        }
        return number
    }

    /// The number that a text such as `14.0` or `0xE` stands for, if it would be taken.
    private func wholeNumber(_ text: String, in range: ClosedRange<Int>) -> Int? {
        Double(text).flatMap { Int(exactly: $0) }.flatMap { range.contains($0) ? $0 : nil }
    }

    /// The text of a plain scalar; reports `code` for anything else.
    private mutating func plain(_ slot: Slot, _ code: String, _ due: String) -> String? {
        let node = tree[slot.node]
        guard !node.isBroken else { return nil }
        if isNull(slot) {
            null(slot, help: "write \(due), or delete the key to leave it unmanaged")
            return nil
        }
        guard node.kind == .scalar else {
            report(code, "`\(path(slot))` takes \(due), not \(description(slot))", at: keySpan(slot))
            return nil
        }
        let text = tree.string(of: slot.node)
        guard !refuseSecret(text, tree.traits(of: slot.node), slot) else { return nil }
        guard node.style == .plain else {
            report(
                code, "`\(path(slot))` takes \(due), not a quoted text", at: span(slot),
                help: "write it without quotes")
            return nil
        }
        return text
    }
}
