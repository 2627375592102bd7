package import WritModel

/// All that a plan follows from. Equal inputs give byte-equal plans.
package struct PlanInput: Sendable {
    /// Ours: what the manifests declare.
    package var desired: DesiredState
    /// Where they declare it.
    package var sources: SourceMap
    /// The base: what was last applied.
    package var applied: AppliedState
    /// Theirs: what is live, with what the store's vendor reserves marked so.
    package var observed: ObservedState
    /// What the store can do.
    package var capabilities: Capabilities
    /// The target whose paths decide between delete and release.
    package var target: Target
    /// When expiries are judged.
    package var asOf: Instant
    /// Live objects that may be taken over although they differ, besides those whose manifest says so.
    package var adopting: Set<Address>

    package init(
        desired: DesiredState, sources: SourceMap = SourceMap(), applied: AppliedState = AppliedState(),
        observed: ObservedState, capabilities: Capabilities = Capabilities(), target: Target,
        asOf: Instant, adopting: Set<Address> = []
    ) {
        self.desired = desired
        self.sources = sources
        self.applied = applied
        self.observed = observed.reserving(for: capabilities.vendor)
        self.capabilities = capabilities
        self.target = target
        self.asOf = asOf
        self.adopting = adopting
    }
}
