package import WritModel

/// All that a plan follows from. Equal inputs give byte-equal plans.
package struct PlanInput: Sendable {
    package var desired: DesiredState
    package var sources: SourceMap
    package var applied: AppliedState
    package var observed: ObservedState
    package var capabilities: Capabilities
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
        self.observed = observed
        self.capabilities = capabilities
        self.target = target
        self.asOf = asOf
        self.adopting = adopting
    }
}
