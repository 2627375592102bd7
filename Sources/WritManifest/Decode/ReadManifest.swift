internal import WritDiagnostics
internal import WritModel

/// The only value of `apiVersion` so far.
let supportedVersion = "writ/v1"

extension NodeReader {
    /// One document as a manifest; `nil` if it does not say which object it declares.
    mutating func manifest(root: Int) -> Draft? {
        let slot = Slot(root: root, "a manifest")
        guard !isNull(slot) else {
            let place = tree.isAbsent(root) ? documentStart(root) ?? span(slot) : span(slot)
            report("manifest.empty", "the document is empty", at: place, help: "delete it")
            return nil
        }
        guard let entries = topLevel(slot) else { return nil }
        for entry in entries where !["apiVersion", "kind", "metadata", "spec"].contains(entry.name) {
            unknown(entry, among: ["apiVersion", "kind", "metadata", "spec"], of: "a manifest")
        }
        require(["apiVersion", "kind", "metadata"], in: entries, of: slot, owner: "the manifest")
        func entry(_ name: String) -> Slot? { entries.first { $0.name == name } }
        if let version = entry("apiVersion") { checkVersion(version) }
        guard let kindSlot = entry("kind") else { return nil }
        if let check = checkKind(kindSlot) {
            readCheck(check, entries, at: kindSlot)
            return nil
        }
        guard let kind = self.kind(kindSlot) else { return nil }
        let metadata = entry("metadata").flatMap { self.metadata($0, of: kind) }
        let place = metadata?.name?.span ?? span(kindSlot)
        var draft = Draft(
            object: DesiredObject(Address(kind, metadata?.name?.text ?? "")),
            source: ObjectSource(name: place))
        if let metadata { draft.take(metadata) }
        if let spec = entry("spec") { readSpec(spec, into: &draft) }
        requireContent(of: draft, spec: entry("spec"), at: place)
        return metadata?.name == nil ? nil : draft
    }

    private mutating func topLevel(_ slot: Slot) -> [Slot]? {
        guard tree[slot.node].kind != .mapping else { return entries(of: slot) }
        var help = "write `apiVersion`, `kind`, `metadata` and `spec`"
        if tree[slot.node].kind == .scalar, tree.string(of: slot.node).unicodeScalars.contains("\u{A0}") {
            help = "U+00A0 is not a space; type an ordinary one after the colon"
        }
        if !tree[slot.node].isBroken {
            report(
                "yaml.not-a-mapping", "a manifest is a mapping, not \(description(slot))",
                at: firstLine(of: slot.node),
                help: help)
        }
        return nil
    }

    mutating func checkVersion(_ slot: Slot) {
        guard let version = text(slot), version != supportedVersion else { return }
        report(
            "schema.unknown-kind", "there is no `apiVersion` `\(version)`", at: span(slot),
            help: "write `\(supportedVersion)`"
                + (version.hasPrefix("writ/")
                    ? "" : "; a file of another program does not belong in this path"))
    }

    /// The `---` that an empty document starts with.
    private func documentStart(_ root: Int) -> SourceSpan? {
        guard let index = tree.roots.firstIndex(of: root), index < tree.starts.count else { return nil }
        let start = tree.starts[index].position
        let end = SourcePosition(line: start.line, column: start.column + 3)
        return SourceSpan(file: file, start: start, end: end)
    }

    /// The kind of a manifest that declares no object; `nil` for any other word.
    private func checkKind(_ slot: Slot) -> CheckKind? {
        guard tree[slot.node].kind == .scalar else { return nil }
        let word = tree.string(of: slot.node)
        return CheckKind.allCases.first { $0.manifestName == word }
    }

    private mutating func kind(_ slot: Slot) -> Kind? {
        guard let word = text(slot) else { return nil }
        if let kind = Kind(manifestName: word) { return kind }
        let names = Kind.allCases.map(\.manifestName) + CheckKind.allCases.map(\.manifestName)
        var help = "the kinds are \(names.map { "`\($0)`" }.joined(separator: ", "))"
        if word == "Configuration" {
            help = "a `Configuration` stands only in `writ.yaml`"
        } else if let name = nearestName(to: word, among: names) {
            help = "did you mean `\(name)`?"
        }
        report("schema.unknown-kind", "there is no kind `\(word)`", at: span(slot), help: help)
        return nil
    }
}

extension Draft {
    fileprivate mutating func take(_ metadata: Metadata) {
        object.formerly = metadata.formerly
        formerly = metadata.formerlySpans
        object.labels = metadata.labels
        object.protect = metadata.protect?.reason
        source.protect = metadata.protect?.span
        object.adopt = metadata.adopt
    }
}
