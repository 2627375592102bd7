internal import WritDiagnostics

extension NodeReader {
    /// Reports a key that is not one of `known`, and says which was probably meant.
    ///
    /// - Parameter otherwise: what helps where no known key is near.
    mutating func unknown(
        _ slot: Slot, among known: [String], of owner: String, otherwise: String? = nil
    ) {
        let key = slot.name
        if isEncryptionKey(key) {
            return encrypted(slot)
        }
        if isSecretKey(key), tree[slot.node].kind == .scalar, !tree.isAbsent(slot.node) {
            return secretField(slot)
        }
        // A search for the nearest name is wasted on what is not told.
        guard !isOverfull else { return }
        if let help = notAllowedInACommit(key) {
            let isGuard = foldedKey(key).hasPrefix("guard")
            return report(
                "config.not-allowed-here",
                "`\(slot.name)` " + (isGuard ? "does not stand here" : "is not read from a commit"),
                at: keySpan(slot), help: help)
        }
        let help =
            nearestName(to: key, among: known).map { "did you mean `\($0)`?" }
            ?? otherwise ?? "\(owner) has \(known.map { "`\($0)`" }.joined(separator: ", "))"
        report("schema.unknown-field", "\(owner) has no field `\(key)`", at: keySpan(slot), help: help)
    }

    /// Reports the fields of `required` that `entries` lack, unless something was taken out of the mapping.
    mutating func require(_ required: [String], in entries: [Slot], of mapping: Slot, owner: String) {
        guard !tree[mapping.node].isBroken else { return }
        let missing = required.filter { field in !entries.contains { $0.name == field } }
        guard !missing.isEmpty else { return }
        report(
            "schema.missing-field", "\(owner) has " + missing.map { "no `\($0)`" }.joined(separator: ", "),
            at: introduction(mapping),
            help: missing == ["apiVersion"] ? "add `apiVersion: \(supportedVersion)`" : nil)
    }

    /// The key of a mapping, or its first line's start where it has none.
    private func introduction(_ slot: Slot) -> SourceSpan {
        if let key = slot.key { return span(key) }
        return tree.children(of: slot.node).first { _ in true }.map { span($0) } ?? span(slot)
    }
}

/// Why `key` is not read from a commit; `nil` where that is not the reason to refuse it.
private func notAllowedInACommit(_ key: String) -> String? {
    switch foldedKey(key) {
    case "endpoint", "endpoints", "url", "host", "region", "proxy", "dsn", "database", "storepath":
        "endpoints come from flags or the environment"
    case "credential", "credentials", "login", "accesskeyid", "profile", "token", "authentication":
        "credentials come from flags, the environment or the vendor's own credential chain"
    case "guard", "guards":
        "guards stand in `writ.yaml`, under a target"
    default: nil
    }
}

/// Lower case, without `_` and `-`: `secret_key` and `secretKey` are one.
func foldedKey(_ key: String) -> String {
    String(key.lowercased().unicodeScalars.filter { $0 != "_" && $0 != "-" }.map(Character.init))
}
