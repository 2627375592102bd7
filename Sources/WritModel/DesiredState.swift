/// A user or group that an edge list names.
package struct Reference: Hashable, Comparable, Sendable {
    /// The name of the user or group.
    package var name: String
    /// Written `{external: name}`: exists live and is not managed here.
    package var isExternal: Bool

    package init(_ name: String, isExternal: Bool = false) {
        self.name = name
        self.isExternal = isExternal
    }

    package static func < (a: Reference, b: Reference) -> Bool { a.name < b.name }
}

/// An item of a `policies` list.
package struct DesiredAttachment: Hashable, Sendable {
    /// What is attached.
    package var policy: PolicyReference
    /// Written `{external: name}`: exists live and is not managed here.
    package var isExternal: Bool
    /// `nil` only in a `none` list, where it stands for every scope.
    package var scope: Scope?
    /// When it ends; `nil` for never.
    package var expires: Expiry?

    package init(
        _ policy: PolicyReference, isExternal: Bool = false, scope: Scope? = .account,
        expires: Expiry? = nil
    ) {
        self.policy = policy
        self.isExternal = isExternal
        self.scope = scope
        self.expires = expires
    }
}

/// One manifest's object. What is absent is unmanaged.
package struct DesiredObject: Hashable, Sendable {
    /// Kind and name.
    package var address: Address
    /// Names the object had before; the one that is live is renamed.
    package var formerly: [String]
    /// The author's notes, which no store sees.
    package var labels: [String: String]
    /// Why the object must never be deleted, renamed or emptied.
    package var protect: String?
    /// Whether a live object that differs may be taken over.
    package var adopt: Bool
    /// The fields that the manifest states.
    package var fields: FieldMap<DesiredValue>
    /// Of a group.
    package var members: DesiredList<Reference>?
    /// Of a user.
    package var groups: DesiredList<Reference>?
    /// Of a principal.
    package var policies: DesiredList<DesiredAttachment>?

    package init(
        _ address: Address, formerly: [String] = [], labels: [String: String] = [:],
        protect: String? = nil, adopt: Bool = false, fields: FieldMap<DesiredValue> = [:],
        members: DesiredList<Reference>? = nil, groups: DesiredList<Reference>? = nil,
        policies: DesiredList<DesiredAttachment>? = nil
    ) {
        self.address = address
        self.formerly = formerly
        self.labels = labels
        self.protect = protect
        self.adopt = adopt
        self.fields = fields
        self.members = members
        self.groups = groups
        self.policies = policies
    }

    /// The modes of the edge lists that the manifest states.
    package var listModes: [EdgeList: ListMode] {
        var modes: [EdgeList: ListMode] = [:]
        if let members { modes[.members] = members.mode }
        if let groups { modes[.groups] = groups.mode }
        if let policies { modes[.policies] = policies.mode }
        return modes
    }
}

/// What a commit declares for one target.
///
/// References are checked: a name that is not external names an object of the state or a system policy.
package struct DesiredState: Hashable, Sendable {
    /// By address.
    package var objects: [Address: DesiredObject]

    package init(objects: [Address: DesiredObject] = [:]) {
        self.objects = objects
    }

    /// The state of these objects; of two with one address the first counts.
    package init(_ objects: some Sequence<DesiredObject>) {
        self.objects = Dictionary(objects.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
