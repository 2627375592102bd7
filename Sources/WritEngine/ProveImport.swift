package import WritDiagnostics
package import WritModel
package import WritPlan

/// What an import would ask the store for, which has to be nothing.
package struct ImportProof: Hashable, Sendable {
    /// Changes of the store that a plan would hold because of the imported manifests.
    package var changes: [Change]
    /// Conflicts between the imported manifests and the store.
    package var errors: [Diagnostic]

    /// Whether a plan after the import changes nothing that a plan before it would not have changed.
    package var holds: Bool { changes.isEmpty && errors.isEmpty }
}

/// Plans with and without the imported manifests, and answers in what the plans differ for the worse.
///
/// - Parameters:
///   - before: what is declared without the import.
///   - after: what is declared with it.
package func proveImport(
    from before: DesiredState, to after: DesiredState, against state: ReadState, target: Target, asOf: Instant
) -> ImportProof {
    func difference(_ desired: DesiredState) -> Difference {
        diff(
            PlanInput(
                desired: desired, applied: state.applied, observed: state.observed,
                capabilities: state.capabilities, target: target, asOf: asOf))
    }
    let known = difference(before)
    let planned = difference(after)
    let effects = Set(known.changes.map { Asked(address: $0.address, effect: $0.effect) })
    let errors = Set(known.diagnostics)
    return ImportProof(
        changes: planned.changes.filter {
            !$0.effect.isLedgerOnly && !effects.contains(Asked(address: $0.address, effect: $0.effect))
        },
        errors: planned.diagnostics.filter { $0.severity == .error && !errors.contains($0) })
}

/// What a change asks for, whatever its cause and place.
private struct Asked: Hashable {
    var address: Address
    var effect: Effect
}
