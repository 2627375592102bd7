internal import WritDiagnostics
internal import WritModel

/// The longest metadata that any vendor takes, in characters.
let longestMetadata = 512_000

/// The longest key set that any vendor takes, in bytes of its canonical form.
let longestSigningKeys = 30_000

extension NodeReader {
    /// SAML metadata as a text.
    mutating func samlMetadata(_ slot: Slot) -> String? {
        guard let text = certifiedText(slot) else { return nil }
        let source = jsonText(slot)
        guard let problem = metadataProblem(source) else { return text.withLineFeeds }
        add(problem)
        return nil
    }

    /// A text that holds certificates and public keys, which look like secrets; a private key is still refused.
    mutating func certifiedText(_ slot: Slot) -> String? {
        guard let (text, _) = textAndTraits(slot, mayHoldKeys: true) else { return nil }
        certified.append(span(slot))
        return text
    }
}

/// What is wrong with a text that is to be SAML metadata.
func metadataProblem(_ source: JSONText) -> Diagnostic? {
    let count = source.bytes.count { $0 & 0xC0 != 0x80 }
    guard count <= longestMetadata else {
        return Diagnostic(
            "value.length", "the metadata has \(count) characters, more than \(longestMetadata)",
            at: source.whole,
            help: "take the metadata of the one provider out of what a whole federation publishes")
    }
    guard let problem = samlProblem(in: source.bytes) else { return nil }
    let place = problem.range.isEmpty ? source.whole : source.span(problem.range)
    return Diagnostic("federation.metadata", problem.message, at: place, help: problem.help)
}

extension String {
    /// With line feeds for all ends of lines.
    var withLineFeeds: String {
        guard utf8.contains(0x0D) else { return self }
        var bytes: [UInt8] = []
        var isAfterReturn = false
        for byte in utf8 {
            if byte != 0x0A || !isAfterReturn { bytes.append(byte == 0x0D ? 0x0A : byte) }
            isAfterReturn = byte == 0x0D
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
