internal import WritModel

/// Refuses commits that cannot mean what they would do: empty, half gone, older, or with weaker guards.
func commitRefusals(_ context: GuardContext) -> [Refusal] {
    var refusals: [Refusal] = []
    let owned = context.applied.objects.count
    if context.desired.objects.isEmpty, owned > 0 {
        refusals.append(
            Refusal(
                .emptyDesired, "the commit declares nothing, and \(owned) objects are owned", count: owned))
    }
    if !context.missingPaths.isEmpty {
        let paths = context.missingPaths.map { "`\($0)`" }.joined(separator: ", ")
        refusals.append(
            Refusal(
                .missingPath, "the commit has no \(paths), which `writ.yaml` names",
                items: context.missingPaths))
    }
    if let last = context.applied.revision, context.manifestCount * 2 < last.manifestCount,
        !context.desired.objects.isEmpty
    {
        refusals.append(
            Refusal(
                .halvedManifests,
                "the commit has \(context.manifestCount) manifests, the last applied one had "
                    + "\(last.manifestCount)",
                count: context.manifestCount, limit: (last.manifestCount + 1) / 2))
    }
    refusals += rewindRefusals(context)
    if let message = loosening(context) { refusals.append(Refusal(.loosenedGuards, message)) }
    return refusals
}

/// What the planned commit loosens.
private func loosening(_ context: GuardContext) -> String? {
    let planned = context.target.guards
    let loosened = context.guardsInForce.filter { $0.tightened(by: planned) != planned }
    guard !loosened.isEmpty else { return nil }
    let isOnlyApplier = loosened.allSatisfy {
        var same = $0
        same.applier = planned.applier
        return same.tightened(by: planned) == planned
    }
    if isOnlyApplier, let applier = loosened.lazy.compactMap(\.applier).first {
        return "the commit's `writ.yaml` no longer names \(applier) as the one who applies plans"
    }
    return "the commit's guards in `writ.yaml` are weaker than those in force"
}

private func rewindRefusals(_ context: GuardContext) -> [Refusal] {
    let last = context.applied.revision?.commit.prefix(7) ?? ""
    switch context.succession {
    case .none, .same, .descendant: return []
    case .behind:
        return [Refusal(.rewind, "the commit is older than \(last), which was last applied")]
    case .diverged:
        return [Refusal(.rewind, "the commit does not come after \(last), which was last applied")]
    case .unknown(let reason):
        return [Refusal(.rewind, "nobody can tell whether the commit comes after \(last): \(reason)")]
    }
}
