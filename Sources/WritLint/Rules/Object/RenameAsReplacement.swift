internal import WritDiagnostics
internal import WritModel

extension Rule {
    /// A new name that makes a new object.
    static let renameAsReplacement = Rule(
        "OBJ028", "rename-as-replacement", .medium,
        page: RulePage(
            summary: "An object gets another name, and the plan would delete it and make a new one.",
            why: """
                A new user has no password, no keys and no second factor, and its id is another one in every document and log \
                that names it. A new policy or group is attached anew, and until then nobody has what it gives.
                """,
            avoid: "metadata: {name: payments}  # was `billing`",
            prefer: "metadata: {name: payments, formerly: [billing]}",
            fixSafety: "Unsafe: the object that is live is renamed and not replaced.",
            references: ["Terraform moved blocks"]),
        check: .change(inspect))
}

private func inspect(_ before: LintedAccount, _ after: LintedAccount, _ report: inout Report) {
    let kept = Set(after.objects.flatMap { new in new.formerly.map { Address(new.address.kind, $0) } })
    var gone = before.objects.filter {
        after.state.objects[$0.address] == nil && !kept.contains($0.address) && !$0.address.kind.isSingleton
    }
    for new in after.objects
    where before.state.objects[new.address] == nil
        && !new.formerly.contains(where: { before.state.objects[Address(new.address.kind, $0)] != nil })
    {
        guard let index = gone.firstIndex(where: { isSame($0, new, before, after) }) else { continue }
        let old = gone.remove(at: index)
        var mended = new
        mended.formerly.append(old.address.name)
        report.find(
            "`\(old.address)` would be deleted and made anew as `\(new.address)`", at: .object(new.address),
            help: "add `formerly: [\(old.address.name)]` to its `metadata`",
            fix: Fix("rename it", .unsafe, .object(mended)))
    }
}

/// Whether two objects are one by all that their manifests say but the name.
private func isSame(
    _ old: DesiredObject, _ new: DesiredObject, _ before: LintedAccount, _ after: LintedAccount
) -> Bool {
    guard old.address.kind == new.address.kind else { return false }
    // One person's address, one policy's document: that is enough.
    for field in [Field.email, .document] {
        guard let value = old.fields[field], value == new.fields[field] else { continue }
        let isShared = [before, after].contains { account in
            account.objects(old.address.kind).count { $0.fields[field] == value } > 1
        }
        if !isShared { return true }
    }
    let isEmpty =
        old.fields.isEmpty
        && [old.members?.items.isEmpty, old.groups?.items.isEmpty].allSatisfy { $0 ?? true }
        && old.policies?.items.isEmpty ?? true
    return !isEmpty && old.fields == new.fields && old.members == new.members && old.groups == new.groups
        && old.policies == new.policies
}
