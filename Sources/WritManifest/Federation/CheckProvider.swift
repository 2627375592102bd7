internal import WritDiagnostics
internal import WritModel

extension NodeReader {
    /// Checks what the fields of an identity provider say together.
    mutating func checkProvider(_ entries: [Slot], of spec: Slot, _ draft: Draft) {
        require(["signIn"], in: entries, of: spec, owner: "`IdentityProvider`")
        checkProtocol(entries)
        guard case .scalar(.text(let signIn))? = draft.object.fields[.signIn] else { return }
        if signIn == "role", draft.object.fields[.otherLogins] == .scalar(.boolean(false)),
            let slot = entries.first(where: { $0.name == "otherLogins" })
        {
            report(
                "federation.sign-in", "`otherLogins: false` needs `signIn: user`", at: span(slot),
                help: "federated users take no login away from anybody: delete `otherLogins`")
        }
        if signIn == "user", case .list(let list)? = draft.object.fields[.mappings],
            list.mode != .none && !list.items.isEmpty,
            let slot = entries.first(where: { $0.name == "mappings" })
        {
            report(
                "federation.sign-in", "with `signIn: user` nobody becomes a federated user",
                at: keySpan(slot),
                help: "delete `mappings`: people have the access of the users they sign in as")
        }
    }

    private mutating func checkProtocol(_ entries: [Slot]) {
        let sections = entries.filter { $0.name == "saml" || $0.name == "oidc" }
        if sections.count > 1 {
            report(
                "schema.one-of", "`saml` and `oidc` exclude each other", at: keySpan(sections[1]),
                notes: [DiagnosticNote("the first is here", at: keySpan(sections[0]))],
                help: "keep one of the two, and declare another provider for the other")
        }
        for section in sections where tree[section.node].kind == .mapping && !tree[section.node].isBroken {
            let inner = self.entries(of: section)
            if section.name == "saml" {
                guard !inner.contains(where: { $0.name == "metadata" || $0.name == "metadataFile" }) else {
                    continue
                }
                report(
                    "schema.missing-field", "`saml` has no `metadata` and no `metadataFile`",
                    at: keySpan(section), help: "add one of the two")
            } else {
                require(["issuer", "clientIds"], in: inner, of: section, owner: "`oidc`")
                checkConsole(inner, of: section)
            }
        }
    }

    /// What a console login needs is there in whole or not at all.
    private mutating func checkConsole(_ entries: [Slot], of section: Slot) {
        let needed = ["authorizationEndpoint", "scopes", "responseMode"]
        let stated = entries.filter { needed.contains($0.name) }
        let missing = needed.filter { name in !stated.contains { $0.name == name } }
        if let first = stated.first, !missing.isEmpty {
            report(
                "schema.missing-field",
                "`oidc` has `\(first.name)` and " + missing.map { "no `\($0)`" }.joined(separator: ", "),
                at: keySpan(first), help: "a console login needs all three: state them, or none")
        }
        guard let scopes = stated.first(where: { $0.name == "scopes" }),
            tree[scopes.node].kind == .sequence
        else { return }
        let names = tree.children(of: scopes.node).map { tree.string(of: $0) }
        guard !names.contains("openid"), !tree[scopes.node].isBroken else { return }
        report(
            "federation.scopes", "`scopes` lacks `openid`", at: keySpan(scopes),
            help: "add `openid`: without it the provider sends no identity")
    }
}
