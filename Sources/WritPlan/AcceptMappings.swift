internal import WritModel

extension DesiredObject {
    /// Takes a group that goes out of a provider's mappings; one that gives nothing any more goes with it.
    mutating func forgetMapped(_ group: String) {
        changeMappings { mapping in
            guard mapping.groups.contains(where: { $0.name == group }) else { return mapping }
            var rest = mapping
            rest.groups.removeAll { $0.name == group }
            return rest.groups.isEmpty && rest.user == nil ? nil : rest
        }
    }

    /// Says of each group that a provider's mappings name whether it is declared.
    mutating func settleMapped(_ isExternal: (String) -> Bool) {
        changeMappings { mapping in
            var settled = mapping
            for index in settled.groups.indices {
                settled.groups[index].isExternal = isExternal(settled.groups[index].name)
            }
            return settled
        }
    }

    private mutating func changeMappings(_ change: (FederationMapping) -> FederationMapping?) {
        guard address.kind == .identityProvider, case .list(var list)? = fields[.mappings] else { return }
        list.items = list.items.compactMap { item in
            guard case .mapping(let mapping) = item else { return item }
            return change(mapping).map(Item.mapping)
        }
        fields[.mappings] = .list(list)
    }
}
