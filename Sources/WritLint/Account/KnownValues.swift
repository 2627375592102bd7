internal import WritModel
internal import WritPolicy

// What is known of an object once the manifests are applied: what they say, and where they leave something open what was observed.
extension LintedAccount {
    /// The value of a field; `nil` where nobody knows it.
    func value(of field: Field, of address: Address) -> Value? {
        let live = liveObject(address)
        switch state.objects[address]?.fields[field] {
        case nil: return live?.fields[field]
        case .scalar(let value)?: return value
        case .list(let list)?:
            if list.mode == .exactly { return .list(of: list.items) }
            guard observed != nil, live == nil || live?.fields[field] != nil else { return nil }
            return DesiredValue.list(list).resolved(against: live?.fields[field])
        }
    }

    /// A field that is on or off.
    func flag(_ field: Field, of address: Address) -> Bool? {
        if case .boolean(let flag)? = value(of: field, of: address) { flag } else { nil }
    }

    /// A field that is a number.
    func integer(_ field: Field, of address: Address) -> Int? {
        if case .integer(let number)? = value(of: field, of: address) { number } else { nil }
    }

    /// Whether a list of words will hold one of these; `nil` where nobody knows.
    func holdsAny(of words: Set<String>, in field: Field, of address: Address) -> Bool? {
        if case .list(let items)? = value(of: field, of: address) {
            return items.contains { words.contains($0.identity) }
        }
        guard case .list(let list)? = state.objects[address]?.fields[field] else { return nil }
        let named = words.intersection(list.items.map(\.identity))
        return switch list.mode {
        case .atLeast where !named.isEmpty: true
        case .none where named == words: false
        default: nil
        }
    }

    /// The names of the access keys that can be used, as far as they are known.
    func activeKeys(of address: Address) -> [String] {
        var items: [Item] = []
        if case .list(let known)? = value(of: .accessKeysKeys, of: address) {
            items = known
        } else if case .list(let list)? = state.objects[address]?.fields[.accessKeysKeys], list.mode != .none
        {
            items = list.items
        }
        return items.compactMap { item in
            if case .accessKey(let key) = item, key.status == .active { key.name } else { nil }
        }
    }

    /// The declared users who are not disabled.
    var enabledUsers: [DesiredObject] {
        objects(.user).filter { flag(.enabled, of: $0.address) != false }
    }

    /// Memberships and attachments, with those that are live and stay.
    func knownFacts() -> AccountFacts {
        observed.map { AccountFacts(state, live: $0, dialect: dialect) } ?? access.facts
    }

    /// Whether nothing can be in a list of an object beyond what ``knownFacts()`` has.
    func knowsAll(_ list: EdgeList, of object: DesiredObject) -> Bool {
        observed != nil || object.listModes[list] == .exactly
    }

    /// The live object, under the name it has or had; `nil` where there is none, or nobody looked.
    func liveObject(_ address: Address) -> ObservedObject? {
        guard let observed else { return nil }
        if let live = observed.objects[address] { return live }
        let former = state.objects[address]?.formerly ?? []
        return former.lazy.compactMap { observed.objects[Address(address.kind, $0)] }.first
    }
}
