package import WritModel

/// How the planned commit stands to the one that was last applied.
package enum Succession: Hashable, Sendable {
    /// Nothing was applied before, or the manifests come from a working tree.
    case none
    case same
    case descendant
    /// The planned commit is an ancestor of the applied one.
    case behind
    /// Neither comes after the other.
    case diverged
    /// The history at hand does not tell; with the reason.
    case unknown(String)
}

/// What the guards look at besides the changes.
package struct GuardContext: Sendable {
    /// The declared objects.
    package var desired: DesiredState
    /// The ledger before the plan.
    package var applied: AppliedState
    /// The store before the plan.
    package var observed: ObservedState
    /// The target as the planned commit describes it.
    package var target: Target
    /// How many manifests the target has in the commit.
    package var manifestCount: Int
    /// Paths of the target that the commit does not have.
    package var missingPaths: [String]
    /// How the planned commit stands to the applied one.
    package var succession: Succession
    /// Unowned live objects that differ and may not be taken over.
    package var unadopted: [Address]
    /// Changes of the same plan that an earlier, interrupted run has made: they are counted with the rest.
    package var done: [Change]
    /// The limits in the commit that a review compares with; `nil` outside a review.
    package var baseGuards: GuardSettings?
    /// What the changes do to access; `nil` where none of them touches it.
    package var access: AccessEffect?

    package init(
        desired: DesiredState, applied: AppliedState, observed: ObservedState, target: Target,
        manifestCount: Int, missingPaths: [String] = [], succession: Succession = .none,
        unadopted: [Address] = [], done: [Change] = [], baseGuards: GuardSettings? = nil,
        access: AccessEffect? = nil
    ) {
        self.desired = desired
        self.applied = applied
        self.observed = observed
        self.target = target
        self.manifestCount = manifestCount
        self.missingPaths = missingPaths
        self.succession = succession
        self.unadopted = unadopted
        self.done = done
        self.baseGuards = baseGuards
        self.access = access
    }

    /// The limits in force: those of the last applied commit and of a review's base, tightened by the planned one.
    var settings: GuardSettings { guardsInForce.reduce(target.guards) { $0.tightened(by: $1) } }

    /// Who applies plans, as the planned commit says and as those in force say, in order.
    package var appliers: [Address] {
        Set(([target.guards] + guardsInForce).compactMap(\.applier)).sorted()
    }

    /// The limits that the planned commit may not loosen.
    var guardsInForce: [GuardSettings] { [applied.revision?.guards, baseGuards].compactMap { $0 } }
}
