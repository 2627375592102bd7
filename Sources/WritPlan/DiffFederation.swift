internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Refuses to turn a provider of one protocol into one of the other: the store would hold what belongs to both.
    mutating func checkProtocol(of object: DesiredObject, _ live: ObservedObject) {
        let protocols: [(Field, String)] = [(.samlMetadata, "SAML"), (.oidcIssuer, "OpenID Connect")]
        guard let (field, wanted) = protocols.first(where: { object.fields.has($0.0) }),
            !live.fields.has(field),
            let (_, there) = protocols.first(where: { $0.0 != field && live.fields.has($0.0) })
        else { return }
        let source = input.sources[object.address]
        difference.diagnostics.append(
            Diagnostic(
                "federation.protocol",
                "`\(object.address)` speaks \(there) in the store and \(wanted) in its manifest",
                at: source?.fields[field] ?? source?.name,
                help: "declare a new provider of another name, and delete this one when nobody needs it"))
    }

    /// Refuses mappings to external groups that the store does not have.
    mutating func checkExternalGroups(of object: DesiredObject) {
        guard case .list(let list)? = object.fields[.mappings], list.mode != .none else { return }
        for group in (object.fields[.mappings]?.mappings ?? []).flatMap(\.groups) {
            let address = Address(.group, group.name)
            guard !input.desired.objects.has(address), !observed.objects.has(address) else { continue }
            let source = input.sources[object.address]
            difference.diagnostics.append(
                missingExternal(address, among: observed, at: source?.fields[.mappings] ?? source?.name))
        }
    }

    /// Refuses to delete a group that a mapping names which stays as it is: the store would refuse it halfway.
    mutating func checkMappedGroups() {
        let groups = pruned.filter { $0.kind == .group }
        guard !groups.isEmpty else { return }
        for (address, live) in observed.objects where address.kind == .identityProvider {
            guard !pruned.contains(address) else { continue }
            for mapping in mappings(of: address, live) {
                for group in mapping.groups.map({ Address(.group, $0.name) }) where groups.contains(group) {
                    difference.diagnostics.append(
                        Diagnostic(
                            "federation.group-deleted",
                            "`\(group)` cannot be deleted: the mapping `\(mapping.name)` of `\(address)` names it",
                            at: input.sources[address]?.fields[.mappings] ?? input.sources[address]?.name,
                            help: isManaged(address)
                                ? "state the provider's `mappings` without it, or keep the group"
                                : "take it out of the mapping in the store, or declare the provider too"))
                }
            }
        }
    }

    /// The mappings that a live provider has once the plan is made.
    private func mappings(of address: Address, _ live: ObservedObject) -> [FederationMapping] {
        let update = changes.lazy.compactMap { change -> Value? in
            guard change.address == address, case .update(let fields) = change.effect else { return nil }
            return fields.first { $0.field == .mappings }?.after
        }.first
        return (update ?? live.fields[.mappings])?.mappings ?? []
    }
}
