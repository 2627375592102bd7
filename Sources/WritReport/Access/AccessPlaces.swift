package import WritDiagnostics
internal import WritManifest
package import WritModel
package import WritPolicy

/// Where the manifests say what an answer about access names; empty for a live account.
package struct AccessPlaces: Sendable {
    /// What was read: `main@9f2c1ab`, or a few words for a store or a snapshot.
    package var origin: String
    /// The full id of the commit that was read.
    package var commit: String?
    private let desired: DesiredState
    private let sources: SourceMap
    private let texts: [String: SourceText]

    /// The places of a declaration.
    package init(
        origin: String, commit: String? = nil, desired: DesiredState = DesiredState(),
        sources: SourceMap = SourceMap(), texts: [String: SourceText] = [:]
    ) {
        self.origin = origin
        self.commit = commit
        self.desired = desired
        self.sources = sources
        self.texts = texts
    }

    /// Of an object's name.
    package func span(of address: Address) -> SourceSpan? { sources[address]?.name }

    /// Of a statement, or of an element of it.
    package func span(of path: ElementPath, in document: AccessDocument) -> SourceSpan? {
        let address: Address
        var field = Field.document
        switch document {
        case .policy(let terms, _):
            guard case .custom(let name) = terms.policy else { return nil }
            address = Address(.policy, name)
        case .trust(let agency):
            address = Address(.agency, agency)
            field = desired.objects[address]?.fields[.trustPolicy] == nil ? .trust : .trustPolicy
        }
        guard let source = sources[address] else { return nil }
        return documentSpan(of: path.steps, in: field, of: source) { texts[$0] } ?? source.fields[field]
    }

    /// Of the item of a `policies` list.
    package func span(of attachment: AttachmentKey) -> SourceSpan? {
        guard let list = desired.objects[attachment.principal]?.policies, list.mode != .none,
            let places = sources[attachment.principal]?.items[.policies],
            let index = list.items.firstIndex(where: {
                $0.policy == attachment.policy && ($0.scope ?? .account) == attachment.scope
            }), places.indices.contains(index)
        else { return nil }
        return places[index]
    }

    /// Of the item of a `members` list, or of a `groups` list; of what mappings give, of the provider's `mappings`.
    package func span(of membership: Membership, isFederated: Bool = false) -> SourceSpan? {
        if isFederated { return sources[Address(.identityProvider, membership.user)]?.fields[.mappings] }
        let ends: [(Address, EdgeList, DesiredList<Reference>?, String)] = [
            (
                Address(.group, membership.group), .members,
                desired.objects[Address(.group, membership.group)]?.members, membership.user
            ),
            (
                Address(.user, membership.user), .groups,
                desired.objects[Address(.user, membership.user)]?.groups, membership.group
            ),
        ]
        for (address, list, items, name) in ends {
            guard let items, items.mode != .none, let places = sources[address]?.items[list],
                let index = items.items.firstIndex(where: { $0.name == name }), places.indices.contains(index)
            else { continue }
            return places[index]
        }
        return nil
    }
}
