package import WritModel

/// Something that somebody else does to an account, behind Writ's back.
package enum ForeignEdit: Hashable, Sendable {
    case addObject(Address, FieldMap<Value>)
    /// `nil` takes the value away.
    case setField(Address, Field, Value?)
    case rename(Address, to: String)
    /// The object has no edges any more.
    case removeObject(Address)
    case addMembership(Membership)
    case removeMembership(Membership)
    case addAttachment(AttachmentKey, expires: Expiry?)
    case setExpiry(AttachmentKey, Expiry?)
    case removeAttachment(AttachmentKey)
    case addAccessKey(Address, LiveAccessKey)
    case removeAccessKey(Address, id: String)
    /// From now on a new e-mail address or phone number has to be confirmed.
    case confirmContacts
    /// Somebody asks a user to confirm a value, in the place of what was asked before.
    case ask(Address, AwaitedConfirmation)
    /// A person answers a message about a field.
    case confirm(Address, Field)
    /// Somebody takes an invitation back.
    case withdraw(Address, Field, at: Instant)
    /// The devices that a user has bound.
    case setMFADevices(Address, [MFADevice])
    /// Marks an object as not the account's own; `nil` takes the mark away.
    case reserve(Address, Reservation?)
}
