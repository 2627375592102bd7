package import WritModel

/// Whether access comes or goes.
package enum AccessDirection: String, CaseIterable, Sendable {
    case gained, lost
}

/// What gives access: a document and the terms it is attached on, or an agency's trust.
package enum AccessSource: Hashable, Sendable {
    case policy(GrantTerms)
    case trust(String)
}

/// Access that principals gain or lose by one statement, with a request that proves it.
package struct AccessChange: Hashable, Sendable {
    /// Whether it comes or goes.
    package var direction: AccessDirection
    /// Of the most dangerous of its patterns.
    package var danger: AccessDanger
    /// What gives it: on the new side if it is gained, on the old side if it is lost.
    package var source: AccessSource
    /// The Allow that gives it.
    package var statement: Statement
    /// Its action patterns that give access, as written; none where it takes every action that is not excluded.
    package var actions: [String]
    /// Its resource patterns that give access, as written; none where it takes every resource that is not excluded.
    package var resources: [String]
    /// Who gains or loses it, in order. Of a trust: nobody of this account, see the witness.
    package var principals: [Address]
    /// The groups through which some of them hold it, in order.
    package var groups: [String]
    /// A request of the first of the principals that one side allows and the other does not.
    package var witness: Request
    /// What refuses the request on the other side: a Deny and what gives it; `nil` where nothing allows it there.
    package var refusal: AccessRefusal?
    /// Whether it counts only once something else changes: a policy that nobody holds, a group without members, a disabled user.
    package var isLatent: Bool
}

/// A Deny that refuses a request.
package struct AccessRefusal: Hashable, Sendable {
    /// What gives the Deny.
    package var source: AccessSource
    /// The Deny.
    package var statement: Statement

    /// A Deny of that document.
    package init(source: AccessSource, statement: Statement) {
        self.source = source
        self.statement = statement
    }
}

/// Principals whose ways to their access change while the access stays the same, proved.
package struct RouteChange: Hashable, Sendable {
    /// Whose.
    package var principals: [Address]
    /// Ways that only the new side has.
    package var added: [Grant]
    /// Ways that only the old side has.
    package var removed: [Grant]
}

/// Principals of whom it cannot be told what changes.
package struct UnknownAccess: Hashable, Sendable {
    /// Whose.
    package var principals: [Address]
    /// Why, in order.
    package var reasons: [OpenReason]
}

/// What changes between two states of an account, in terms of access.
package struct AccountComparison: Hashable, Sendable {
    /// Most dangerous first; gained before lost; then by source and statement. Latent ones last.
    package var changes: [AccessChange]
    /// By principal.
    package var routes: [RouteChange]
    /// By principal.
    package var unknown: [UnknownAccess]
    /// How many users and agencies there are on either side.
    package var principalCount: Int
    /// How many of them can do exactly what they could, proved.
    package var unchangedCount: Int
    /// Who can make an administrator of itself now, and who no longer.
    package var escalation = EscalationComparison()

    /// Whether nobody's access changes now or later, proved.
    package var isUnchanged: Bool { changes.isEmpty && unknown.isEmpty }

    /// The changes that count as soon as the new state holds.
    package var effective: [AccessChange] { changes.filter { !$0.isLatent } }
    /// The changes that wake up when something else changes.
    package var latent: [AccessChange] { changes.filter(\.isLatent) }
}
