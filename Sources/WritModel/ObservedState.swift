/// An opaque token that changes whenever the thing it belongs to changes.
package struct Version: Hashable, Sendable, CustomStringConvertible {
    package var description: String

    /// The token that the store gave.
    package init(_ description: String) {
        self.description = description
    }
}

/// An object as a store has it.
package struct ObservedObject: Hashable, Sendable {
    /// Kind and name.
    package var address: Address
    /// The store's own id, which a rename keeps.
    package var id: String
    /// Of the object's own fields; edges have versions of their own.
    package var version: Version
    /// Absent: the store has no value, or cannot tell (see the store's capabilities).
    package var fields: FieldMap<Value>
    /// A user's access keys, in order. The field `accessKeys.keys` follows from them.
    package var accessKeys: [LiveAccessKey]
    /// What a user has been asked to confirm, in order. The fields have what is in force.
    package var awaited: [AwaitedConfirmation]
    /// The second factors that a user has bound, in order; `nil` where the store cannot tell.
    package var mfaDevices: [MFADevice]?
    /// Why it is not the account's own; `nil` for an object that is.
    package var reserved: Reservation?

    package init(
        _ address: Address, id: String, version: Version, fields: FieldMap<Value> = [:],
        accessKeys: [LiveAccessKey] = [], awaited: [AwaitedConfirmation] = [],
        mfaDevices: [MFADevice]? = nil, reserved: Reservation? = nil
    ) {
        self.address = address
        self.id = id
        self.version = version
        self.fields = fields
        self.accessKeys = accessKeys.sorted(by: LiveAccessKey.isBefore)
        self.awaited = awaited.sorted(by: AwaitedConfirmation.isBefore)
        self.mfaDevices = mfaDevices?.sorted { $0.id < $1.id }
        self.reserved = reserved
        if !accessKeys.isEmpty { self.fields[.accessKeysKeys] = accessKeys.fieldValue }
    }
}

/// An attachment as a store has it.
package struct ObservedAttachment: Hashable, Sendable {
    /// When it ends; `nil` for never.
    package var expires: Expiry?
    /// Changes whenever the attachment does.
    package var version: Version

    /// An attachment as it was read.
    package init(expires: Expiry?, version: Version) {
        self.expires = expires
        self.version = version
    }
}

/// All that a store holds of one account.
package struct ObservedState: Hashable, Sendable {
    /// The account's id, as the store answered; `nil` for a store that does not exist yet.
    package var account: String?
    /// The live objects.
    package var objects: [Address: ObservedObject]
    /// The live memberships, each with its version.
    package var memberships: [Membership: Version]
    /// The live attachments.
    package var attachments: [AttachmentKey: ObservedAttachment]
    /// Built into the cloud and read-only.
    package var systemPolicies: [String: PolicyDocument]

    package init(
        account: String?, objects: [Address: ObservedObject] = [:],
        memberships: [Membership: Version] = [:],
        attachments: [AttachmentKey: ObservedAttachment] = [:],
        systemPolicies: [String: PolicyDocument] = [:]
    ) {
        self.account = account
        self.objects = objects
        self.memberships = memberships
        self.attachments = attachments
        self.systemPolicies = systemPolicies
    }
}
