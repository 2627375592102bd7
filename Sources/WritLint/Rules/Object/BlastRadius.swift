internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A change that is larger than anybody reviews.
    static let blastRadius = Rule(
        "OBJ029", "blast-radius", .high,
        page: RulePage(
            summary: "A change deletes or changes more objects than the guards of the target let pass.",
            why: """
                A folder that was moved, a list that was cut or a template that went wrong look like this. `writ apply` refuses \
                the plan; this says so where the change is reviewed. The limits are those of `guards` in `writ.yaml`, the \
                stricter ones of before and after.
                """,
            avoid: "# 40 of 60 users leave the manifests in one commit",
            prefer: "# several commits, or guards that were agreed on for this change"),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    let guards = before.target.guards.tightened(by: after.target.guards)
    let kept = Set(after.objects.flatMap { new in new.formerly.map { Address(new.address.kind, $0) } })
    func find(_ verb: String, _ addresses: [Address], of count: Int, _ noun: String, _ limit: Limit) {
        let allowed = limit.allowed(of: count)
        guard addresses.count > allowed else { return }
        report.find(
            "\(addresses.count) of \(count) \(noun) would be \(verb), the limit is \(allowed)",
            at: .target,
            notes: addresses.prefix(10).map { ("`\($0)` is one of them", .object($0)) },
            help: "split the change, or agree on other `guards`")
    }
    for kind in Kind.allCases {
        let old = before.objects(kind).map(\.address)
        let gone = old.filter { after.state.objects[$0] == nil && !kept.contains($0) }
        find(
            "deleted", gone, of: old.count, "objects of the kind `\(kind.manifestName)`",
            guards.removedObjects)
    }
    let changed = after.objects.filter { new in
        let names = [new.address.name] + new.formerly
        let old = names.lazy.compactMap { before.state.objects[Address(new.address.kind, $0)] }.first
        return old.map { $0.fields != new.fields || $0.address != new.address } ?? false
    }
    find("changed", changed.map(\.address), of: before.objects.count, "objects", guards.updatedObjects)
}
