package import WritModel
package import WritPlan
package import WritStore

/// What an in-memory store holds, and the rules of changing it.
///
/// Written without a look at the SQL store: the conformance script compares the two.
package struct InMemoryContents: Sendable {
    /// All that is observed.
    package internal(set) var state: ObservedState
    /// The store's clock.
    var now = Instant(epochSeconds: 1_800_000_000)
    /// Whether a new e-mail address or phone number has to be confirmed.
    var confirmsContacts = false
    let capabilities: Capabilities
    private var lastVersion = 0
    var lastID = 0
    var lastSecret = 0

    /// Nothing but system policies.
    package init(
        account: String?, systemPolicies: [String: PolicyDocument], capabilities: Capabilities
    ) {
        self.state = ObservedState(account: account, systemPolicies: systemPolicies)
        self.capabilities = capabilities
    }

    /// Makes one change, if `precondition` holds.
    package mutating func perform(_ change: Change, given precondition: Precondition) -> Outcome {
        if let problem = unsupportedField(of: change) { return .failed(problem, isRetryable: false) }
        if let refusal = refusalByReservation(of: change) { return .failed(refusal, isRetryable: false) }
        switch change.effect {
        case .create(let fields): return create(change.address, fields)
        case .update(let changes): return update(change.address, changes, precondition)
        case .rename(let old): return rename(change.address, from: old, precondition)
        case .delete: return delete(change.address, precondition)
        case .join(let edge): return join(edge)
        case .leave(let edge): return leave(edge, precondition)
        case .attach(let key, let expires, _): return attach(key, expires, precondition)
        case .detach(let key, _): return detach(key, precondition)
        case .issue: return .failed("a credential is made by `issue`", isRetryable: false)
        case .enable(let key): return setStatus(.active, of: key, change.address)
        case .disable(let key): return setStatus(.inactive, of: key, change.address)
        case .revoke(let key): return revoke(key, change.address)
        case .adopt, .release: return .done(nil, id: nil)
        }
    }
}

// MARK: Objects

extension InMemoryContents {
    private mutating func create(_ address: Address, _ fields: FieldMap<Value>) -> Outcome {
        var wanted = fields
        wanted.dropEmptyLists()
        if let there = state.objects[address] {
            return there.awaiting(asOf: now).fields == wanted
                ? .alreadySo(there.version, id: there.id)
                : .conflict("\(address) exists already, with other values")
        }
        if let missing = missingGroup(in: wanted) { return .conflict(missing) }
        let (direct, asked) = split(wanted, inForce: [:])
        let object = add(address, direct)
        ask(for: asked, of: address)
        return .done(object.version, id: object.id)
    }

    private mutating func update(
        _ address: Address, _ changes: [FieldChange], _ precondition: Precondition
    ) -> Outcome {
        guard var object = state.objects[address] else { return .conflict("\(address) is not there") }
        var after = object.awaiting(asOf: now).fields
        var wanted: FieldMap<Value> = [:]
        for change in changes { (after[change.field], wanted[change.field]) = (change.after, change.after) }
        after.dropEmptyLists()
        if after == object.awaiting(asOf: now).fields { return .alreadySo(object.version, id: nil) }
        guard precondition == .version(object.version) else { return changed("\(address)") }
        if let missing = missingGroup(in: after) { return .conflict(missing) }
        if hasAccepted(object, otherThan: wanted) {
            return .conflict("\(address) has accepted its invitation")
        }
        let (direct, asked) = split(wanted, inForce: object.fields)
        for (field, value) in direct { object.fields[field] = value }
        object.fields.dropEmptyLists()
        for field in wanted.fields { object.forget(field) }
        state.objects[address] = object
        ask(for: asked, of: address)
        return .done(touch(address), id: nil)
    }

    private mutating func rename(
        _ address: Address, from old: String, _ precondition: Precondition
    ) -> Outcome {
        let before = Address(address.kind, old)
        let there = state.objects[address]
        guard let object = state.objects[before] else {
            guard case .version(let version) = precondition, let there, version.isOf(there.id) else {
                return .conflict("\(before) is not there")
            }
            return .alreadySo(there.version, id: nil)
        }
        guard there == nil else { return .conflict("\(address) exists already, beside \(before)") }
        guard precondition == .version(object.version) else { return changed("\(before)") }
        return .done(move(object, to: address), id: nil)
    }

    private mutating func delete(_ address: Address, _ precondition: Precondition) -> Outcome {
        guard let object = state.objects[address] else { return .alreadySo(nil, id: nil) }
        guard precondition == .version(object.version) else { return changed("\(address)") }
        let edges =
            state.memberships.keys.filter { $0.names(address) }.map(\.description)
            + state.attachments.keys.filter { $0.names(address) }.map(\.description)
            + providersNaming(address)
        guard edges.isEmpty else {
            return .conflict("\(address) still has edges: \(edges.sorted().joined(separator: ", "))")
        }
        state.objects[address] = nil
        return .done(nil, id: nil)
    }

    /// A new object, and what was made.
    @discardableResult
    mutating func add(_ address: Address, _ fields: FieldMap<Value>) -> ObservedObject {
        lastID += 1
        let id = "id\(lastID)"
        let object = ObservedObject(address, id: id, version: nextVersion(of: id), fields: fields)
        state.objects[address] = object
        return object
    }

    /// Gives the object a new version and answers it.
    @discardableResult
    mutating func touch(_ address: Address) -> Version? {
        guard let id = state.objects[address]?.id else { return nil }
        let version = nextVersion(of: id)
        state.objects[address]?.version = version
        return version
    }

    /// The object goes by `address`, and its edges with it.
    @discardableResult
    mutating func move(_ object: ObservedObject, to address: Address) -> Version? {
        let old = object.address
        state.objects[old] = nil
        var renamed = object
        renamed.address = address
        state.objects[address] = renamed
        state.memberships = Dictionary(
            uniqueKeysWithValues: state.memberships.map { ($0.renamed(old, to: address), $1) })
        state.attachments = Dictionary(
            uniqueKeysWithValues: state.attachments.map { ($0.renamed(old, to: address), $1) })
        if old.kind == .group {
            for (provider, object) in state.objects where provider.kind == .identityProvider {
                state.objects[provider]?.fields[.mappings] = object.fields[.mappings]?
                    .renaming(group: old.name, to: address.name)
            }
        }
        return touch(address)
    }

    /// A version that nothing has had.
    mutating func nextVersion(of id: String = "edge") -> Version {
        lastVersion += 1
        return Version("\(id)#\(lastVersion)")
    }

    private func changed(_ what: String) -> Outcome {
        .conflict("\(what) was changed by somebody else since it was read")
    }
}

// MARK: Edges

extension InMemoryContents {
    private mutating func join(_ edge: Membership) -> Outcome {
        if let there = state.memberships[edge] { return .alreadySo(there, id: nil) }
        for address in [Address(.user, edge.user), Address(.group, edge.group)] {
            guard state.objects[address] != nil else { return .conflict("\(address) is not there") }
        }
        let version = nextVersion()
        state.memberships[edge] = version
        return .done(version, id: nil)
    }

    private mutating func leave(_ edge: Membership, _ precondition: Precondition) -> Outcome {
        guard let there = state.memberships[edge] else { return .alreadySo(nil, id: nil) }
        guard precondition == .version(there) else { return changed("\(edge)") }
        state.memberships[edge] = nil
        return .done(nil, id: nil)
    }

    private mutating func attach(
        _ key: AttachmentKey, _ expires: Expiry?, _ precondition: Precondition
    ) -> Outcome {
        if let there = state.attachments[key] {
            if there.expires == expires { return .alreadySo(there.version, id: nil) }
            guard precondition == .version(there.version) else { return changed("\(key)") }
        } else {
            guard precondition == .absent else { return .conflict("\(key) is not there") }
            guard state.objects[key.principal] != nil else {
                return .conflict("\(key.principal) is not there")
            }
            guard exists(key.policy) else { return .conflict("\(key.policy) is not there") }
        }
        let version = nextVersion()
        state.attachments[key] = ObservedAttachment(expires: expires, version: version)
        return .done(version, id: nil)
    }

    private mutating func detach(_ key: AttachmentKey, _ precondition: Precondition) -> Outcome {
        guard let there = state.attachments[key] else { return .alreadySo(nil, id: nil) }
        guard precondition == .version(there.version) else { return changed("\(key)") }
        state.attachments[key] = nil
        return .done(nil, id: nil)
    }

    private func exists(_ policy: PolicyReference) -> Bool {
        switch policy {
        case .custom(let name): state.objects[Address(.policy, name)] != nil
        case .system(let name): state.systemPolicies[name] != nil
        }
    }
}

extension Version {
    fileprivate func isOf(_ id: String) -> Bool { description.hasPrefix(id + "#") }
}

extension FieldMap<Value> {
    /// A store with collections of its own shows an empty one as no value.
    mutating func dropEmptyLists() {
        self = compactMap { _, value in value == .list([]) ? nil : value }
    }
}
