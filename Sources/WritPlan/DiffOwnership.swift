internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// A change of an edge, in the wave that its denials ask for.
    func edgeChange(
        _ address: Address, _ effect: Effect, cause: Cause, isForeign: Bool = false, source: SourceSpan?
    ) -> Change {
        Change(
            address, effect, cause: cause, isForeign: isForeign, source: source,
            wave: denials.wave(of: effect))
    }

    /// Turns what was taken over and given up into rows.
    mutating func collectOwnership() {
        for (address, ownership) in adopted {
            var ownership = ownership
            ownership.memberships.sort()
            ownership.attachments.sort()
            if ownership.object, let object = input.desired.objects[address] {
                ownership.fields = object.fields.fields
                ownership.lists = object.listModes.keys.sorted()
            }
            changes.append(
                Change(address, .adopt(ownership), cause: .commit, source: input.sources[address]?.name))
        }
        for (address, ownership) in released {
            var ownership = ownership
            ownership.memberships.sort()
            ownership.attachments.sort()
            changes.append(
                Change(address, .release(ownership), cause: .commit, source: input.sources[address]?.name))
            warnReleased(address, ownership)
        }
    }

    /// Live access that nobody looks after any more is worth a warning.
    private mutating func warnReleased(_ address: Address, _ ownership: Ownership) {
        guard !ownership.object, observed.objects.has(address) else { return }
        let liveEdges =
            ownership.memberships.filter { observed.memberships.has($0) }.map(\.description)
            + ownership.attachments.filter { observed.attachments.has($0) }.map(\.description)
        let parts = ownership.fields.map(\.rawValue) + ownership.lists.map(\.rawValue)
        guard !parts.isEmpty || !liveEdges.isEmpty else { return }
        difference.diagnostics.append(
            Diagnostic(
                "ownership.released", .warning,
                "`\(address)` keeps what its manifest no longer states: "
                    + (parts + liveEdges).joined(separator: ", "),
                at: input.sources[address]?.name,
                help: "to take it away, state the list without it; to keep managing it, put the line back"))
    }
}
