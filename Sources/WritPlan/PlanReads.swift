package import WritModel

/// What a plan read: the version of every object and edge that it depends on.
///
/// Kept as the line of JSON that is hashed, since there is an item for every live object and edge: of two that are
/// equal the lines are.
package struct PlanReads: Sendable {
    /// In order.
    private let keys: [ReadKey]
    /// One for each key.
    private let values: [Version]
    /// The array of items as compact JSON, in UTF-8.
    let line: [UInt8]

    /// These versions; cost is that of sorting the keys.
    package init(_ versions: [ReadKey: Version]) {
        self.init(keys: Array(versions.keys), versions: Array(versions.values))
    }

    /// The versions of all live objects that are declared, owned or about to be renamed, and of their edges.
    package init(of input: PlanInput) {
        var former: Set<Address> = []
        for object in input.desired.objects.values where !object.formerly.isEmpty {
            former.formUnion(object.formerly.map { Address(object.address.kind, $0) })
        }
        func isManaged(_ address: Address) -> Bool {
            input.desired.objects.has(address) || input.applied.objects.has(address)
                || !former.isEmpty && former.contains(address)
        }
        let observed = input.observed
        var keys: [ReadKey] = []
        var versions: [Version] = []
        let count = observed.objects.count + observed.memberships.count + observed.attachments.count
        keys.reserveCapacity(count)
        versions.reserveCapacity(count)
        for (address, object) in observed.objects where isManaged(address) {
            keys.append(.object(address))
            versions.append(object.version)
        }
        for (edge, version) in observed.memberships
        where isManaged(Address(.group, edge.group)) || isManaged(Address(.user, edge.user)) {
            keys.append(.membership(edge))
            versions.append(version)
        }
        for (key, attachment) in observed.attachments where isManaged(key.principal) {
            keys.append(.attachment(key))
            versions.append(attachment.version)
        }
        self.init(keys: keys, versions: versions)
    }

    /// Each key once, in any order.
    private init(keys: [ReadKey], versions: [Version]) {
        let order = ReadOrder.sorted(keys)
        var stream = JSONStream(capacity: keys.count * 128)
        stream.beginArray()
        for index in order { stream.read(keys[index], versions[index]) }
        stream.endArray()
        self.keys = order.map { keys[$0] }
        self.values = order.map { versions[$0] }
        self.line = stream.bytes
    }

    /// The versions by key; cost is linear.
    package var versions: [ReadKey: Version] {
        Dictionary(uniqueKeysWithValues: zip(keys, values))
    }

    /// The items as a plan file holds them.
    var json: JSONValue {
        .array(
            zip(keys, values).map { key, version in
                let subject: JSONValue.Member =
                    switch key {
                    case .object(let address): .init("object", .string(address.description))
                    case .membership(let edge): .init("membership", edge.json)
                    case .attachment(let key): .init("attachment", key.json)
                    }
                return .object([subject, .init("version", .string(version.description))])
            })
    }
}

extension PlanReads: Hashable {
    package static func == (a: PlanReads, b: PlanReads) -> Bool { a.line == b.line }

    package func hash(into hasher: inout Hasher) { hasher.combine(line) }
}

extension JSONStream {
    /// An item of ``PlanReads/json``.
    fileprivate mutating func read(_ key: ReadKey, _ version: Version) {
        beginObject()
        switch key {
        case .object(let address):
            name("object")
            text(address)
        case .membership(let edge):
            name("membership")
            beginObject()
            name("user")
            text(edge.user)
            name("group")
            text(edge.group)
            endObject()
        case .attachment(let key):
            name("attachment")
            attachment(key)
        }
        name("version")
        text(version.description)
        endObject()
    }

    /// The address as one text.
    private mutating func text(_ address: Address) { text(address.kind.rawValue, "/", address.name) }

    /// ``AttachmentKey/json``.
    private mutating func attachment(_ key: AttachmentKey) {
        beginObject()
        name("principal")
        text(key.principal)
        switch key.policy {
        case .custom(let policy):
            name("policy")
            text(policy)
        case .system(let policy):
            name("systemPolicy")
            text(policy)
        }
        name("scope")
        text(key.scope.word)
        if !key.scope.name.isEmpty {
            name("scopeName")
            text(key.scope.name)
        }
        endObject()
    }
}
