internal import WritDiagnostics
internal import WritModel

extension ImportInProgress {
    /// Says of each group that an imported provider's mappings name whether it is declared; a mapping that no manifest
    /// can hold stays unmanaged.
    mutating func settleMappings(of address: Address) {
        guard case .list(let list)? = objects[address]?.fields[.mappings] else { return }
        var items: [Item] = []
        for item in list.items {
            guard case .mapping(let mapping) = item else { continue }
            if let gone = mapping.groups.first(where: { observed.objects[Address(.group, $0.name)] == nil }) {
                warn(
                    address,
                    Diagnostic(
                        "import.undeclarable", .warning,
                        "the mapping `\(mapping.name)` of `\(address)` cannot be declared: the store does not show "
                            + "group/\(gone.name)", help: "it stays unmanaged; look after it in the store"))
                continue
            }
            let groups = mapping.groups.map { group in
                Reference(group.name, isExternal: !isDeclared(Address(.group, group.name)))
            }
            let settled = Item.mapping(
                FederationMapping(
                    mapping.name, when: mapping.conditions, user: mapping.user, groups: groups))
            if let problem = complaint(about: settled, of: address) {
                warn(address, undeclarable("the mapping `\(mapping.name)` of `\(address)`", problem))
            } else {
                items.append(settled)
            }
        }
        if items.count == list.items.count {
            objects[address]?.fields[.mappings] = .list(DesiredList(.exactly, items))
        } else {
            objects[address]?.fields[.mappings] = items.isEmpty ? nil : .list(DesiredList(.atLeast, items))
        }
    }

    /// What the decoder has against one mapping alone.
    private func complaint(about mapping: Item, of address: Address) -> Diagnostic? {
        let object = DesiredObject(address, fields: [.mappings: .list(DesiredList(.exactly, [mapping]))])
        return complaints(about: object).first { $0.code != "schema.missing-field" }
    }
}
