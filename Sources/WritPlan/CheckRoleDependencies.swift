internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

/// A principal in a scope: where a role and what it needs have to meet.
private struct RolePlace: Hashable {
    var principal: Address
    var scope: Scope
}

extension DiffInProgress {
    /// Says which roles of Huawei's first model will have no effect because a role that they need is not beside them.
    ///
    /// Looked at is what the store holds once the plan is made: at the line of each declared attachment, and at the row that
    /// takes away what another role needs.
    mutating func checkRoleDependencies() {
        let roles = RoleDependencies(documentsAfter(), dialect: input.target.dialect)
        guard !roles.isEmpty else { return }
        let (held, taken) = attachmentsAfter()
        for (place, policies) in held {
            let names = Set(policies.map(\.name))
            for role in policies where roles.needsOthers(role) {
                let missing = roles.missing(for: role, beside: names)
                guard !missing.isEmpty else { continue }
                let key = AttachmentKey(principal: place.principal, policy: role, scope: place.scope)
                let rows = missing.compactMap { taken[place]?[$0.dependency.name] }
                if let declared = declaredPlace(of: key) {
                    say(key, missing, isTaken: !rows.isEmpty, at: declared)
                } else if let row = rows.first {
                    say(key, missing, isTaken: true, at: row.source ?? input.sources[row.address]?.name)
                }
            }
        }
    }

    /// The documents of the vendor's roles and of the account's, as they will be.
    private func documentsAfter() -> [PolicyReference: PolicyDocument] {
        guard input.target.dialect == .huawei else { return [:] }
        var documents: [PolicyReference: PolicyDocument] = [:]
        for (name, document) in observed.systemPolicies { documents[.system(name)] = document }
        for (address, object) in observed.objects where address.kind == .policy {
            if case .document(let document)? = object.fields[.document] {
                documents[.custom(address.name)] = document
            }
        }
        for (address, object) in input.desired.objects where address.kind == .policy {
            if case .scalar(.document(let document))? = object.fields[.document] {
                documents[.custom(address.name)] = document
            }
        }
        return documents
    }

    /// What is attached where after the plan, and the rows that take something away, by its name.
    private func attachmentsAfter() -> (
        held: [RolePlace: Set<PolicyReference>], taken: [RolePlace: [String: Change]]
    ) {
        var held: [RolePlace: Set<PolicyReference>] = [:]
        var taken: [RolePlace: [String: Change]] = [:]
        for key in observed.attachments.keys {
            held[RolePlace(principal: key.principal, scope: key.scope), default: []].insert(key.policy)
        }
        for change in changes {
            switch change.effect {
            case .attach(let key, _, _):
                held[RolePlace(principal: key.principal, scope: key.scope), default: []].insert(key.policy)
            case .detach(let key, _):
                let place = RolePlace(principal: key.principal, scope: key.scope)
                held[place]?.remove(key.policy)
                taken[place, default: [:]][key.policy.name] = change
            default: break
            }
        }
        return (held, taken)
    }

    /// Where a manifest asks for an attachment; `nil` where none does.
    private func declaredPlace(of key: AttachmentKey) -> SourceSpan?? {
        guard let list = input.desired.objects[key.principal]?.policies, list.mode != .none,
            let index = list.items.firstIndex(where: {
                $0.policy == key.policy && ($0.scope ?? .account) == key.scope
            })
        else { return nil }
        let source = input.sources[key.principal]
        return .some(source?.items[.policies]?[safe: index] ?? source?.name)
    }

    /// A warning about the roles that can be attached, and a note about those of which nothing is known.
    private mutating func say(
        _ key: AttachmentKey, _ missing: [MissingRole], isTaken: Bool, at place: SourceSpan?
    ) {
        let known = missing.filter(\.isKnown).map(\.dependency.name)
        let scope = key.scope == .account ? "in the account" : "in \(key.scope)"
        if !known.isEmpty {
            difference.diagnostics.append(
                Diagnostic(
                    "role.dependency", .warning,
                    "the role `\(key.policy.name)` has no effect for `\(key.principal)` \(scope) without \(quoted(known))"
                        + (isTaken ? ", which this plan takes away" : ""), at: place,
                    help:
                        "attach \(quoted(known)) to `\(key.principal)` too, with the same scope, or take the role off"
                ))
        }
        for role in missing where !role.isKnown {
            let catalog =
                role.dependency.catalog.isEmpty ? "" : " (catalogue `\(role.dependency.catalog)`)"
            difference.diagnostics.append(
                Diagnostic(
                    "role.unknown-dependency", .note,
                    "the role `\(key.policy.name)` of `\(key.principal)` needs `\(role.dependency.name)`\(catalog) \(scope), of "
                        + "which the store shows nothing", at: place,
                    help: "look at the vendor's list of roles whether it still has that one"))
        }
    }

    private func quoted(_ names: [String]) -> String {
        let names = names.map { "`\($0)`" }
        guard let last = names.last, names.count > 1 else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
