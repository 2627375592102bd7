internal import WritModel

extension InMemoryContents {
    /// A sentence about a group that a mapping names and that is not there.
    func missingGroup(in fields: FieldMap<Value>) -> String? {
        let named = (fields[.mappings]?.mappings ?? []).flatMap(\.groups).map { Address(.group, $0.name) }
        return named.first { state.objects[$0] == nil }.map { "\($0), which a mapping names, is not there" }
    }

    /// The providers that have a mapping to a group.
    func providersNaming(_ group: Address) -> [String] {
        guard group.kind == .group else { return [] }
        return state.objects.values.filter { object in
            (object.fields[.mappings]?.mappings ?? []).contains { mapping in
                mapping.groups.contains { $0.name == group.name }
            }
        }.map(\.address.description)
    }
}
