package import WritDiagnostics
package import WritModel

/// What a change does, in one word.
package enum Action: String, CaseIterable, Sendable {
    case create, update, rename, delete
    case attach, detach
    case join, leave
    /// Make a credential and deliver it.
    case issue
    /// Of an access key: let it be used, keep it from being used, delete it.
    case enable, disable, revoke
    /// Ledger only: take ownership of an equal live object.
    case adopt
    /// Ledger only: stop managing, change nothing.
    case release
}

/// Why a change is in the plan.
package enum Cause: String, CaseIterable, Sendable {
    /// The commit says something new.
    case commit
    /// The store differs from what was last applied.
    case drift
    /// The commit says something new, and the store differs as well.
    case both
    /// An attachment's time has run out.
    case expiry
}

/// A field's change.
package struct FieldChange: Hashable, Sendable {
    /// The field.
    package var field: Field
    /// `nil`: the store has no value, or cannot tell.
    package var before: Value?
    /// The value it gets.
    package var after: Value

    package init(_ field: Field, before: Value?, after: Value) {
        self.field = field
        self.before = before
        self.after = after
    }
}

/// What is taken over or given up, besides the object itself.
package struct Ownership: Hashable, Sendable {
    /// Whether the object itself is, or only the parts below.
    package var object: Bool
    /// Fields of the object.
    package var fields: [Field]
    /// Edge lists of the object.
    package var lists: [EdgeList]
    /// Memberships, in order.
    package var memberships: [Membership]
    /// Attachments, in order.
    package var attachments: [AttachmentKey]

    package init(
        object: Bool, fields: [Field] = [], lists: [EdgeList] = [], memberships: [Membership] = [],
        attachments: [AttachmentKey] = []
    ) {
        self.object = object
        self.fields = fields
        self.lists = lists
        self.memberships = memberships
        self.attachments = attachments
    }

    /// Whether nothing is taken over or given up.
    package var isEmpty: Bool {
        !object && fields.isEmpty && lists.isEmpty && memberships.isEmpty && attachments.isEmpty
    }
}

/// What a change does, with all that is needed to do it.
package enum Effect: Hashable, Sendable {
    /// A new object with these values; everything else takes the store's default.
    case create(FieldMap<Value>)
    /// In field order, never empty.
    case update([FieldChange])
    /// The object gets the change's address as its name; its id, edges and values stay.
    case rename(from: String)
    /// The object goes, with what it held. Its edges have gone before.
    case delete(FieldMap<Value>)
    case join(Membership)
    case leave(Membership)
    /// A new attachment, or another expiry for one that exists (`replacing` is then what it had).
    case attach(AttachmentKey, expires: Expiry?, replacing: ReplacedExpiry?)
    case detach(AttachmentKey, expires: Expiry?)
    /// A new credential, delivered to whom it is for.
    case issue(CredentialOrder)
    case enable(AccessKeyReference)
    case disable(AccessKeyReference)
    /// Deletes a key that was disabled.
    case revoke(AccessKeyReference)
    case adopt(Ownership)
    case release(Ownership)

    /// The effect in one word.
    package var action: Action {
        switch self {
        case .create: .create
        case .update: .update
        case .rename: .rename
        case .delete: .delete
        case .join: .join
        case .leave: .leave
        case .attach: .attach
        case .detach: .detach
        case .issue: .issue
        case .enable: .enable
        case .disable: .disable
        case .revoke: .revoke
        case .adopt: .adopt
        case .release: .release
        }
    }

    /// Whether only the ledger is written.
    package var isLedgerOnly: Bool { action == .adopt || action == .release }

    /// The access key that is enabled, disabled or deleted.
    package var accessKey: AccessKeyReference? {
        switch self {
        case .enable(let key), .disable(let key), .revoke(let key): key
        default: nil
        }
    }
}

/// The expiry that an existing attachment had.
package struct ReplacedExpiry: Hashable, Sendable {
    /// `nil` for an attachment without end.
    package var expires: Expiry?

    /// The expiry that was there.
    package init(_ expires: Expiry?) {
        self.expires = expires
    }
}

/// One step of a plan.
package struct Change: Hashable, Sendable {
    /// The object: for an attachment its principal, for a membership the group.
    package var address: Address
    /// What is done.
    package var effect: Effect
    /// Why.
    package var cause: Cause
    /// Whether an edge is cut that Writ did not make.
    package var isForeign: Bool
    /// Where the commit says so; `nil` for what the commit no longer mentions.
    package var source: SourceSpan?
    /// What sort of step it is. See ``Wave``.
    package var wave: Wave
    /// Changes of one step do not depend on each other and are made side by side; steps follow one another.
    package var step: Int

    package init(
        _ address: Address, _ effect: Effect, cause: Cause, isForeign: Bool = false,
        source: SourceSpan? = nil, wave: Wave? = nil
    ) {
        self.address = address
        self.effect = effect
        self.cause = cause
        self.isForeign = isForeign
        self.source = source
        self.wave = wave ?? Wave(of: effect, on: address.kind)
        step = self.wave.rawValue
    }

    /// The effect in one word.
    package var action: Action { effect.action }
}
