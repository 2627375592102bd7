internal import WritDiagnostics
internal import WritModel

extension Collected {
    /// Checks that each name of a test or invariant is used once, and that those whom it names are declared or named by
    /// the target's manifests.
    mutating func checkChecks(_ checks: [AccessCheck]) {
        guard !checks.isEmpty else { return }
        var first: [String: SourceSpan] = [:]
        let named = externalNames
        for check in checks {
            if let earlier = first.updateValue(check.span, forKey: check.id) {
                diagnostics.append(
                    Diagnostic(
                        "object.duplicate", "`\(check.id)` is declared twice", at: check.span,
                        notes: [DiagnosticNote("it is declared first here", at: earlier)],
                        help: "keep one of the two"))
            }
            for principal in check.principals where index[principal.address] == nil {
                guard !named.contains(principal.address), !suspects.contains(principal.address.name) else {
                    continue
                }
                let kind = principal.address.kind
                let names = drafts.lazy.map(\.object.address).filter { $0.kind == kind }.map(\.name)
                let nearest = nearestName(to: principal.address.name, among: names)
                diagnostics.append(
                    Diagnostic(
                        "ref.missing", "there is no `\(principal.address)` in this target",
                        at: principal.span,
                        help: nearest.map { "did you mean `\(Address(kind, $0))`?" }))
            }
        }
    }

    /// The users and groups that manifests name as `{external: …}`.
    private var externalNames: Set<Address> {
        var result: Set<Address> = []
        for draft in drafts {
            for user in draft.object.members?.items ?? [] where user.isExternal {
                result.insert(Address(.user, user.name))
            }
            for group in draft.object.groups?.items ?? [] where group.isExternal {
                result.insert(Address(.group, group.name))
            }
        }
        return result
    }
}

extension AccessCheck {
    /// Everybody whom it names.
    fileprivate var principals: [CheckPrincipal] {
        switch content {
        case .test(let expectations): expectations.flatMap { $0.who + $0.via }
        case .invariant(let invariant): invariant.except
        }
    }
}
