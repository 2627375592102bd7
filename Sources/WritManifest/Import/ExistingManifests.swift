internal import WritDiagnostics
internal import WritModel

/// What the manifests that are there say about objects that they do not declare, and rule out.
struct ExistingManifests {
    let state: DesiredState
    /// Objects that lists name as external, each with the place of one such item.
    private(set) var externals: [Address: (by: Address, place: SourceSpan?)] = [:]
    /// Names that declared objects had before, each with the object.
    private(set) var former: [Address: Address] = [:]
    /// In lower case, as stores compare names.
    private let folded: [Address: Address]

    init(_ state: DesiredState, _ sources: SourceMap) {
        self.state = state
        folded = Dictionary(
            state.objects.keys.map { ($0.folded, $0) }, uniquingKeysWith: { first, _ in first })
        for object in state.objects.values.sorted(by: { $0.address < $1.address }) {
            for name in object.formerly { former[Address(object.address.kind, name)] = object.address }
            let places = sources[object.address]?.items ?? [:]
            note(object.members?.items, .user, of: object.address, places[.members])
            note(object.groups?.items, .group, of: object.address, places[.groups])
            for mapping in object.fields[.mappings]?.mappings ?? [] {
                for group in mapping.groups where group.isExternal {
                    externals[Address(.group, group.name)] = (
                        object.address, sources[object.address]?.fields[.mappings]
                    )
                }
            }
            for (index, item) in (object.policies?.items ?? []).enumerated() {
                guard item.isExternal, case .custom(let name) = item.policy else { continue }
                externals[Address(.policy, name)] = (
                    object.address, places[.policies].flatMap { $0.indices.contains(index) ? $0[index] : nil }
                )
            }
        }
    }

    /// The declared object whose name differs from `address`'s in case alone.
    func twin(of address: Address) -> Address? { folded[address.folded] }

    /// Whether a user's or group's exact list rules the membership out.
    func rulesOut(_ edge: Membership) -> Bool {
        if let groups = state.objects[Address(.user, edge.user)]?.groups, groups.mode == .exactly,
            !groups.items.contains(where: { $0.name == edge.group })
        {
            return true
        }
        guard let members = state.objects[Address(.group, edge.group)]?.members else { return false }
        return members.mode == .exactly && !members.items.contains { $0.name == edge.user }
    }

    private mutating func note(
        _ references: [Reference]?, _ kind: Kind, of address: Address, _ places: [SourceSpan]?
    ) {
        for (index, reference) in (references ?? []).enumerated() where reference.isExternal {
            let place = places.flatMap { $0.indices.contains(index) ? $0[index] : nil }
            externals[Address(kind, reference.name)] = (address, place)
        }
    }
}

extension Address {
    /// As stores compare names.
    var folded: Address { Address(kind, name.lowercased()) }
}
