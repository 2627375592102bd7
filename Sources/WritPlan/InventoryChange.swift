package import WritModel

/// What the ledger's inventory takes down when a change is done.
package enum InventoryChange: Hashable, Sendable {
    /// Add the object, or replace what is remembered of it. An empty id stands for the id that the
    /// store answers to the change itself.
    case own(AppliedObject)
    /// Forget the object and every edge of it.
    case disown(Address)
    /// The object and every edge of it go by the new name.
    case rename(from: Address, to: Address)
    case ownMembership(Membership, Provenance)
    case disownMembership(Membership)
    case ownAttachment(AttachmentKey, AppliedAttachment)
    case disownAttachment(AttachmentKey)
}
