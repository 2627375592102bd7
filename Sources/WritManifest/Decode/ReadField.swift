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
        case .word(let words): word(slot, of: words).map { .scalar(.text($0)) }
        case .texts(let limit, let form, let count):
            counted(items(slot) { $0.filledText($1, limit: limit, form).map(Item.word) }, count, slot)
        case .metadata: samlMetadata(slot).map { .scalar(.text($0)) }
        case .signingKeys: signingKeys(slot).map { .scalar(.text($0)) }
        case .mappings: items(slot, moded: { $0.federationMapping($1, in: $2).map(Item.mapping) })
        }
    }

    /// A collection field; `nil` if one item could not be read, so that no half of a list is acted on.
    private mutating func items(
        _ slot: Slot, _ read: (inout NodeReader, Slot) -> Item?
    ) -> DesiredValue? {
        items(slot, moded: { reader, item, _ in read(&reader, item) })
    }

    /// The same, of which an item may depend on the list's mode.
    private mutating func items(
        _ slot: Slot, moded read: (inout NodeReader, Slot, ListMode) -> Item?
    ) -> DesiredValue? {
        guard var list = list(slot, read) else { return nil }
        let count = list.items.count
        refuseDuplicates(in: &list, slot, by: \.displayName)
        guard !list.isBroken, list.items.count == count else { return nil }
        return .list(DesiredList(list.mode, list.items))
    }

    /// A list of as many items as there may be.
    private mutating func counted(
        _ value: DesiredValue?, _ count: ClosedRange<Int>, _ slot: Slot
    ) -> DesiredValue? {
        guard case .list(let list)? = value, list.mode == .exactly else { return value }
        if count.contains(list.items.count) { return value }
        report(
            list.items.isEmpty ? "value.empty" : "value.length",
            list.items.isEmpty
                ? "`\(path(slot))` is empty"
                : "`\(path(slot))` has \(list.items.count) items, more than \(count.upperBound)",
            at: keySpan(slot), help: list.items.isEmpty ? "write one at least" : nil)
        return nil
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
            return form == .thumbprint ? text.lowercased() : text
        }
        report(
            "value.format", "`\(path(slot))` takes \(expected)", at: span(slot), help: form.help(with: text))
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
        case .url: isURL(text) ? nil : "an `https` URL without fragment, `https://login.example.com`"
        case .thumbprint:
            isThumbprint(text) ? nil : "the SHA-1 or SHA-256 of a certificate, 40 or 64 hexadecimal digits"
        case .token:
            text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
                ? nil : "printable ASCII without spaces, quotes and backslashes"
        }
    }

    /// What helps where `text` has another form.
    func help(with text: String) -> String? {
        switch self {
        case .thumbprint:
            let digits = String(text.unicodeScalars.filter { $0 != ":" && $0 != " " }.map(Character.init))
            return isThumbprint(digits) ? "write `\(digits.lowercased())`" : nil
        case .url where text.hasPrefix("http://"): return "write `https://\(text.dropFirst(7))`"
        default: return nil
        }
    }

    /// `https://host` with a path and a query, if any.
    private func isURL(_ text: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let rest = text.utf8.dropFirst(8)
        let host = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
        // A name before the host looks like the host to people.
        return !host.isEmpty && !host.contains(UInt8(ascii: "@"))
            && rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}#".utf8.contains($0) }
    }

    private func isThumbprint(_ text: String) -> Bool {
        let isDigit = { (byte: UInt8) in
            (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        }
        return (text.utf8.count == 40 || text.utf8.count == 64) && text.utf8.allSatisfy(isDigit)
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
        case .mapping(let mapping): mapping.name
        }
    }
}
