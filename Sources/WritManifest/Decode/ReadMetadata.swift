internal import WritDiagnostics
internal import WritModel

/// The `metadata` of a manifest.
struct Metadata {
    var name: (text: String, span: SourceSpan)?
    var formerly: [String] = []
    var formerlySpans: [SourceSpan] = []
    var labels: [String: String] = [:]
    var protect: (reason: String, span: SourceSpan)?
    var adopt = false
}

extension NodeReader {
    /// The metadata of an object of `kind`.
    mutating func metadata(_ slot: Slot, of kind: Kind) -> Metadata? {
        guard let entries = mapping(slot) else { return nil }
        var metadata = Metadata()
        for entry in entries {
            switch entry.name {
            case "name": metadata.name = name(entry, of: kind).map { ($0, span(entry)) }
            case "formerly":
                guard var list = plainList(entry, { $0.name($1, of: kind) }) else { continue }
                refuseDuplicates(in: &list, entry) { $0 }
                (metadata.formerly, metadata.formerlySpans) = (list.items, list.spans)
            case "labels": metadata.labels = labels(entry)
            case "protect": metadata.protect = reason(entry).map { ($0, span(entry)) }
            case "adopt": metadata.adopt = boolean(entry) ?? false
            default:
                unknown(entry, among: ["name", "formerly", "labels", "protect", "adopt"], of: "`metadata`")
            }
        }
        require(["name"], in: entries, of: slot, owner: "`metadata`")
        return metadata
    }

    /// Notes of the author.
    mutating func labels(_ slot: Slot) -> [String: String] {
        var labels: [String: String] = [:]
        for entry in mapping(slot) ?? [] {
            guard !entry.name.isEmpty else {
                report("value.empty", "a label has no name", at: keySpan(entry))
                continue
            }
            if let value = formedText(entry, limit: 255, .line) { labels[entry.name] = value }
        }
        return labels
    }

    /// Why an object is protected; a bare `true` says nothing to the person who is refused.
    private mutating func reason(_ slot: Slot) -> String? {
        if tree[slot.node].kind == .scalar, tree[slot.node].style == .plain,
            case .boolean? = PlainReading(tree.string(of: slot.node))
        {
            report(
                "type.expected-text", "`protect` takes the reason, not a yes or no", at: span(slot),
                help: "write why, such as `protect: on-call needs it`; delete the key to lift it")
            return nil
        }
        return nonEmptyText(slot)
    }
}
