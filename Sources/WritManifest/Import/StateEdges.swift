internal import WritDiagnostics
internal import WritModel

extension ImportInProgress {
    /// States the edges of all imported objects, each once.
    mutating func stateEdges() {
        let byGroup = Dictionary(grouping: observed.memberships.keys, by: \.group)
        let byUser = Dictionary(grouping: observed.memberships.keys, by: \.user)
        let byPrincipal = Dictionary(grouping: observed.attachments.keys, by: \.principal)
        for address in objects.keys.sorted() {
            if address.kind == .group { stateMembers(of: address, byGroup[address.name] ?? []) }
            if address.kind == .user { stateGroups(of: address, byUser[address.name] ?? []) }
            if address.kind == .identityProvider { settleMappings(of: address) }
            if address.kind.isPrincipal { statePolicies(of: address, byPrincipal[address] ?? []) }
        }
    }

    private mutating func stateMembers(of group: Address, _ edges: [Membership]) {
        var list = StatedList<Reference>()
        for edge in edges.sorted() where !isRuledOut(edge, for: group) {
            add(Address(.user, edge.user), of: edge, to: &list, in: group) {
                DesiredObject(group, members: DesiredList(.exactly, [$0]))
            }
        }
        objects[group]?.members = list.list
    }

    /// A user states what no imported group says: groups that are declared elsewhere, or not at all.
    private mutating func stateGroups(of user: Address, _ edges: [Membership]) {
        var list = StatedList<Reference>()
        for edge in edges.sorted() {
            let group = Address(.group, edge.group)
            if objects[group] != nil {
                list.isWhole = false
            } else if !isRuledOut(edge, for: user) {
                add(group, of: edge, to: &list, in: user) {
                    DesiredObject(user, groups: DesiredList(.exactly, [$0]))
                }
            }
        }
        // Where all groups are imported their lists say who is a member, and the user need not.
        guard !list.items.isEmpty || !selection.takes(.group) else { return }
        objects[user]?.groups = list.list
    }

    private mutating func statePolicies(of principal: Address, _ keys: [AttachmentKey]) {
        var list = StatedList<DesiredAttachment>()
        for key in keys.sorted() {
            let expires = observed.attachments[key]?.expires
            if let expires, expires.isPast(at: asOf) {
                list.isWhole = false
                warn(
                    principal,
                    Diagnostic(
                        "import.expired", .warning,
                        "\(key) is not declared: it expired (\(expires)) and is still in the store",
                        help: "it stays unmanaged; to have it removed, make the list `policies` exact"))
                continue
            }
            guard exists(key) else {
                list.isWhole = false
                warn(principal, dangling("\(key)", key.policy.description))
                continue
            }
            var isExternal = false
            if case .custom(let name) = key.policy { isExternal = !isDeclared(Address(.policy, name)) }
            let item = DesiredAttachment(
                key.policy, isExternal: isExternal, scope: key.scope, expires: expires)
            let isPlain = item == DesiredAttachment(key.policy) && key.policy == .custom(key.policy.name)
            let object = DesiredObject(principal, policies: DesiredList(.exactly, [item]))
            if let problem = list.add(item, as: item.displayName, checking: isPlain ? nil : object) {
                warn(principal, undeclarable("\(key)", problem))
            }
        }
        objects[principal]?.policies = list.list
    }

    private mutating func add(
        _ other: Address, of edge: Membership, to list: inout StatedList<Reference>, in owner: Address,
        _ object: (Reference) -> DesiredObject
    ) {
        guard isDeclared(other) || observed.objects[other] != nil else {
            list.isWhole = false
            return warn(owner, dangling("\(edge)", "\(other)"))
        }
        let reference = Reference(other.name, isExternal: !isDeclared(other))
        let unchecked = reference.isExternal ? object(reference) : nil
        if let problem = list.add(reference, as: reference.name, checking: unchecked) {
            warn(owner, undeclarable("\(edge)", problem))
        }
    }

    /// Says so where a manifest that is there rules the edge out: its plan cuts the edge as it is.
    private mutating func isRuledOut(_ edge: Membership, for owner: Address) -> Bool {
        guard existing.rulesOut(edge) else { return false }
        let other = owner.kind == .user ? Address(.group, edge.group) : Address(.user, edge.user)
        warn(
            owner,
            Diagnostic(
                "import.ruled-out", .warning,
                "\(edge) is not declared: the manifest of `\(other)` rules it out",
                help: "add it there to keep it; the plan removes it as it is"))
        return true
    }

    private func exists(_ key: AttachmentKey) -> Bool {
        if let scopes = capabilities.scopes[key.principal.kind], !scopes.contains(key.scope.word) {
            return false
        }
        return switch key.policy {
        case .system(let name): observed.systemPolicies[name] != nil
        case .custom(let name): observed.objects[Address(.policy, name)] != nil
        }
    }

    private func dangling(_ edge: String, _ end: String) -> Diagnostic {
        Diagnostic(
            "import.undeclarable", .warning, "\(edge) cannot be declared: the store does not show \(end)",
            help: "it stays unmanaged; look after it in the store")
    }
}

/// An edge list as far as it can be stated.
private struct StatedList<Element: Hashable & Sendable> {
    private(set) var items: [Element] = []
    /// Whether every live edge is among the items, or ruled out.
    var isWhole = true
    private var names: Set<String> = []

    /// Exact where it is whole; `nil` where nothing of it can be stated.
    var list: DesiredList<Element>? {
        if isWhole { return DesiredList(.exactly, items) }
        return items.isEmpty ? nil : DesiredList(.atLeast, items)
    }

    /// Adds an item, or answers why no list can hold it.
    ///
    /// - Parameters:
    ///   - name: what makes it one of its list, but for case.
    ///   - object: an object that states the item alone; `nil` for the name of a declared object alone.
    mutating func add(
        _ item: Element, as name: String, checking object: DesiredObject?
    ) -> Diagnostic? {
        if let problem = object.flatMap(edgeComplaint) {
            isWhole = false
            return problem
        }
        guard names.insert(name.lowercased()).inserted else {
            isWhole = false
            return Diagnostic(
                "list.duplicate-folded", "`\(name)` differs from another item of the list only in case")
        }
        items.append(item)
        return nil
    }
}

/// What the decoder has against the only edge list of `object`.
private func edgeComplaint(about object: DesiredObject) -> Diagnostic? {
    complaints(about: object).first { $0.code != "schema.missing-field" }
}
