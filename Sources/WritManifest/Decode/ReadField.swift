internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// The value of a field, as its schema says.
    mutating func value(_ slot: Slot, _ schema: FieldSchema) -> DesiredValue? {
        switch schema.type {
        case .text(let limit, let form):
            formedText(slot, limit: limit, form).map { .scalar(.text($0)) }
        case .integer(let range): integer(slot, in: range).map { .scalar(.integer($0)) }
        case .boolean: boolean(slot).map { .scalar(.boolean($0)) }
        case .duration: duration(slot).map { .scalar(.text($0)) }
        case .document: document(slot).map { .scalar(.document($0)) }
        case .credential: credential(slot).map { .scalar(.credential($0)) }
        case .words(let words): items(slot) { $0.word($1, of: words).map(Item.word) }
        case .trust: items(slot) { $0.trustPrincipal($1).map(Item.trust) }
        case .accessKeys: items(slot) { $0.accessKey($1).map(Item.accessKey) }
        case .addresses: items(slot) { $0.admittedAddresses($1).map(Item.addresses) }
        }
    }

    /// A collection field; `nil` if one item could not be read, so that no half of a list is acted on.
    private mutating func items(
        _ slot: Slot, _ read: (inout NodeReader, Slot) -> Item?
    ) -> DesiredValue? {
        guard var list = list(slot, { reader, item, _ in read(&reader, item) }) else { return nil }
        let count = list.items.count
        refuseDuplicates(in: &list, slot, by: \.displayName)
        guard !list.isBroken, list.items.count == count else { return nil }
        return .list(DesiredList(list.mode, list.items))
    }

    /// A text of a form, of at most `limit` Unicode scalars.
    mutating func formedText(_ slot: Slot, limit: Int, _ form: TextForm) -> String? {
        guard let (text, traits) = textAndTraits(slot, mayBeEmpty: true) else { return nil }
        let count = traits.isPlainASCII ? text.utf8.count : text.unicodeScalars.count
        guard count <= limit else {
            report(
                "value.length", "`\(path(slot))` has \(count) characters, more than \(limit)", at: span(slot))
            return nil
        }
        guard let expected = form.complaint(about: text) else {
            warnOfLeftovers(text, traits, slot)
            return text
        }
        report("value.format", "`\(path(slot))` takes \(expected)", at: span(slot))
        return nil
    }

    private mutating func warnOfLeftovers(_ text: String, _ traits: TextTraits, _ slot: Slot) {
        if traits.mayHoldTemplate, hasTemplate(text) {
            add(
                Diagnostic(
                    "text.template-leftover", .warning,
                    "`\(path(slot))` holds a template that was not filled in", at: span(slot),
                    help: "write the value itself; ignore this if the text is meant so"))
        }
        if !traits.isPlainASCII, !isComposed(text) {
            add(
                Diagnostic(
                    "text.not-nfc", .warning, "`\(path(slot))` is not in Unicode normalization form C",
                    at: span(slot),
                    help: "type each letter and its accent as one character: a store may give them back so"))
        }
    }

    /// One of a few words.
    mutating func word(_ slot: Slot, of words: [String]) -> String? {
        guard let word = text(slot) else { return nil }
        if words.contains(word) { return word }
        report(
            "value.choice", "`\(word)` is none of the values of `\(listPath(slot))`", at: span(slot),
            help: nearestName(to: word, among: words).map { "did you mean `\($0)`?" }
                ?? "write one of \(words.map { "`\($0)`" }.joined(separator: ", "))")
        return nil
    }

    /// `forever`, or a number of days as `30d`.
    private mutating func duration(_ slot: Slot) -> String? {
        guard let text = text(slot) else { return nil }
        let days = text.hasSuffix("d") ? text.dropLast() : ""
        let isDays =
            (1...6).contains(days.count) && days.utf8.allSatisfy { (0x30...0x39).contains($0) }
            && days.utf8.first != 0x30
        if text == "forever" || isDays { return text }
        report(
            "policy.duration", "`\(text)` is no duration", at: span(slot),
            help: "write `forever`, or a number of days from 1 such as `30d`")
        return nil
    }
}

extension TextForm {
    /// What is due instead of `text`; `nil` if it has this form.
    func complaint(about text: String) -> String? {
        switch self {
        case .prose: nil
        case .line: text.utf8.contains(0x0A) ? "one line" : nil
        case .email: isEmail(text) ? nil : "an e-mail address, `name@domain`"
        case .phone: isPhone(text) ? nil : "a phone number with country code, `+86 138 0000 0000`"
        }
    }

    private func isEmail(_ text: String) -> Bool {
        // One `@`, with something on both sides of it, and neither spaces nor control characters.
        var at: Int?
        var count = 0
        for byte in text.utf8 {
            if byte <= 0x20 { return false }
            if byte == UInt8(ascii: "@") {
                if at != nil { return false }
                at = count
            }
            count += 1
        }
        return at.map { $0 > 0 && $0 < count - 1 } ?? false
    }

    private func isPhone(_ text: String) -> Bool {
        guard text.utf8.first == UInt8(ascii: "+") else { return false }
        let rest = text.utf8.dropFirst()
        return rest.count { (0x30...0x39).contains($0) } >= 4
            && rest.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 || $0 == UInt8(ascii: "-") }
    }
}

extension Item {
    /// What the item goes by in messages, and what makes it one of its collection.
    var displayName: String {
        switch self {
        case .word(let word): word
        case .trust(let principal): "\(principal.sort.rawValue): \(principal.name)"
        case .accessKey(let key): key.name
        case .addresses(let addresses): addresses.range.description
        }
    }
}
