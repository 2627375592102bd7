package import WritDiagnostics
package import WritModel

/// Live objects as manifests would declare them.
package struct LiveManifests: Hashable, Sendable {
    /// In the order of their addresses.
    package var objects: [DesiredObject] = []
    /// Selected objects that are declared already.
    package var declared: [Address] = []
    /// What no manifest can hold or should say, in the order of the addresses. It stays unmanaged.
    package var warnings: [Diagnostic] = []
    /// Selected objects that are not the account's own, in order. They are not declared.
    package var reserved: [ReservedObject] = []
    /// How many selected objects are not declared because of one of the warnings.
    package var leftOut = 0
}

/// Declares what is live and not yet declared, so that a plan of it changes nothing.
///
/// Stated are all fields that the store shows a value for, and every edge once: a membership as a group's
/// member, and as a user's group only where the group itself is not imported. Lists are exact, also empty
/// ones, so that what is added by hand shows as drift; a list that cannot be stated whole is `atLeast`.
/// What the account's vendor keeps to itself is left out; lists name it as what is not declared.
/// What a name stands for that is neither declared nor imported is `{external: name}`.
///
/// - Parameters:
///   - existing: what is declared already, and where. It is never contradicted.
///   - asOf: when expiries are judged.
package func liveManifests(
    of observed: ObservedState, beside existing: DesiredState = DesiredState(),
    at sources: SourceMap = SourceMap(), selection: ImportSelection = ImportSelection(),
    capabilities: Capabilities, asOf: Instant
) -> LiveManifests {
    var work = ImportInProgress(
        // As a plan sees it: what waits to be confirmed is not asked for again, nor taken back.
        observed: observed.awaiting(asOf: asOf).reserving(for: capabilities.vendor),
        existing: ExistingManifests(existing, sources), selection: selection,
        capabilities: capabilities, asOf: asOf)
    work.declareObjects()
    work.stateEdges()
    return work.finished()
}
