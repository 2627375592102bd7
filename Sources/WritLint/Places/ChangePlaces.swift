internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension LintedAccount {
    /// Where a change of access is best looked at in the manifests as they are now: the entry that gives it, or what was attached
    /// anew where the document is as it was; the principal's name for what is gone.
    func place(of change: AccessChange, since before: LintedAccount) -> Place {
        if change.direction == .gained {
            if isUnchanged(change.source, since: before), let place = newGrant(of: change, since: before) {
                return place
            }
            let action = change.actions.first ?? change.witness.action
            if let place = place(of: change.statement, in: change.source, action: action) { return place }
            return newGrant(of: change, since: before) ?? nearest(change.principals)
        }
        if let refusal = change.refusal {
            let place = place(
                of: refusal.statement, in: refusal.source, action: change.witness.action.lowercased())
            if let place { return place }
        }
        if !isUnchanged(change.source, since: before), let place = statements(of: change.source) {
            return place
        }
        for principal in change.holders where state.objects[principal]?.policies != nil {
            return .list(principal, .policies)
        }
        return nearest(change.principals)
    }

    /// Where a Deny stood that no longer refuses what it did: its document where there still is one, or the list that it was
    /// attached in; `nil` where both are gone.
    func place(of refusal: AccessRefusal, of holders: [Address], since before: LintedAccount) -> Place? {
        if !isUnchanged(refusal.source, since: before), let place = statements(of: refusal.source) {
            return place
        }
        let holder = holders.first { isDetached(refusal.source, from: $0, since: before) }
        return holder.map { .list($0, .policies) }
    }

    private func isDetached(_ source: AccessSource, from holder: Address, since before: LintedAccount) -> Bool
    {
        guard case .policy(let terms) = source else { return false }
        func has(_ account: LintedAccount) -> Bool {
            account.access.grants(of: holder).contains { grant in
                grant.terms == terms && grant.attachment.principal == holder
            }
        }
        return has(before) && !has(self) && state.objects[holder]?.policies != nil
    }

    /// The key of a document's statements.
    private func statements(of source: AccessSource) -> Place? {
        let policy: LintedPolicy? =
            switch source {
            case .policy(let terms):
                if case .custom(let name) = terms.policy { self.policy(Address(.policy, name)) } else { nil }
            case .trust(let agency): self.policy(Address(.agency, agency), .trustPolicy)
            }
        guard let policy, let member = member("statement", of: policy.json) else { return nil }
        return .key(ElementPath().member(member.name), of: policy.id)
    }

    private func isUnchanged(_ source: AccessSource, since before: LintedAccount) -> Bool {
        switch source {
        case .policy(let terms):
            before.access.facts.documents[terms.policy] == access.facts.documents[terms.policy]
        case .trust(let agency): before.access.facts.agencies[agency] == access.facts.agencies[agency]
        }
    }

    /// The attachment, or the membership, by which somebody comes to it now.
    private func newGrant(of change: AccessChange, since before: LintedAccount) -> Place? {
        guard case .policy(let terms) = change.source else { return nil }
        for principal in change.principals {
            let old = Set(before.access.grants(of: principal))
            for grant in access.grants(of: principal) where grant.terms == terms && !old.contains(grant) {
                let isAttachedAnew = !before.access.grants(of: grant.attachment.principal).contains {
                    $0.attachment == grant.attachment
                }
                if isAttachedAnew, let place = place(of: grant.attachment) { return place }
                if let membership = grant.membership, let place = place(of: membership) { return place }
            }
        }
        return nil
    }

    /// The name of the first of them that is declared.
    func nearest(_ principals: [Address]) -> Place {
        principals.first { state.objects[$0] != nil }.map(Place.object) ?? .target
    }
}

extension AccessChange {
    /// Whoever something may be attached to that has to do with it.
    var holders: [Address] { principals + groups.map { Address(.group, $0) } }

    /// Who, for messages: of a trust whoever the witness names.
    var subject: String {
        guard principals.isEmpty else { return named(principals) }
        return witness.caller?.name.isEmpty == false ? "`\(witness.caller?.name ?? "")`" : "somebody outside"
    }

    /// What the finding weighs where all of it is not the same.
    var severity: LintSeverity {
        switch danger {
        case .everything, .sensitive: .high
        case .write: .medium
        case .read: .info
        }
    }
}
