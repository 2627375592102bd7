/// Which commit, file and line something was last applied from.
package struct Provenance: Hashable, Sendable {
    /// The full commit id.
    package var commit: String
    /// The manifest's path in the commit.
    package var file: String
    /// The line of the manifest's name, from 1.
    package var line: Int

    package init(commit: String, file: String, line: Int) {
        self.commit = commit
        self.file = file
        self.line = line
    }
}

/// An object of the inventory, with what was last applied to it.
package struct AppliedObject: Hashable, Sendable {
    /// The object's present name.
    package var address: Address
    /// The store's id of the object.
    package var id: String
    /// What the manifest stated.
    package var fields: FieldMap<DesiredValue>
    /// The edge lists the manifest stated.
    package var lists: [EdgeList: AppliedList]
    /// Remembered after the manifest's line is gone.
    package var protect: String?
    /// Where its values come from.
    package var provenance: Provenance

    package init(
        _ address: Address, id: String, fields: FieldMap<DesiredValue> = [:],
        lists: [EdgeList: AppliedList] = [:], protect: String? = nil, provenance: Provenance
    ) {
        self.address = address
        self.id = id
        self.fields = fields
        self.lists = lists
        self.protect = protect
        self.provenance = provenance
    }
}

/// An attachment of the inventory.
package struct AppliedAttachment: Hashable, Sendable {
    /// When it ends.
    package var expires: Expiry?
    /// Where it comes from.
    package var provenance: Provenance

    package init(expires: Expiry?, provenance: Provenance) {
        self.expires = expires
        self.provenance = provenance
    }
}

/// The commit that was last applied as a whole, and what it brought.
package struct AppliedRevision: Hashable, Sendable {
    /// The full commit id.
    package var commit: String
    /// When the apply ended.
    package var at: Instant
    /// How many manifests the target had.
    package var manifestCount: Int
    /// The target's manifest paths.
    package var paths: [String]
    /// The limits that are in force since.
    package var guards: GuardSettings

    package init(
        commit: String, at: Instant, manifestCount: Int, paths: [String], guards: GuardSettings
    ) {
        self.commit = commit
        self.at = at
        self.manifestCount = manifestCount
        self.paths = paths
        self.guards = guards
    }
}

/// What the ledger remembers of a target: ownership, and the values last applied.
package struct AppliedState: Hashable, Sendable {
    /// A random id given to the ledger when it was made.
    package var lineage: String?
    /// Rises with every write to the ledger.
    package var serial: Int
    /// `nil` before the first whole apply.
    package var revision: AppliedRevision?
    /// The owned objects.
    package var objects: [Address: AppliedObject]
    /// The owned memberships.
    package var memberships: [Membership: Provenance]
    /// The owned attachments.
    package var attachments: [AttachmentKey: AppliedAttachment]

    package init(
        lineage: String? = nil, serial: Int = 0, revision: AppliedRevision? = nil,
        objects: [Address: AppliedObject] = [:], memberships: [Membership: Provenance] = [:],
        attachments: [AttachmentKey: AppliedAttachment] = [:]
    ) {
        self.lineage = lineage
        self.serial = serial
        self.revision = revision
        self.objects = objects
        self.memberships = memberships
        self.attachments = attachments
    }
}
