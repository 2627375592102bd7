internal import WritDiagnostics
internal import WritModel

extension DiffInProgress {
    /// Attaches and detaches.
    mutating func diffAttachments() {
        let wanted = wantedAttachments()
        var liveCount = 0
        var ownedCount = 0
        for (key, item) in wanted where item.isLive {
            requireLive(key, item)
            let live = observed.attachments[key]
            let last = applied.attachments[key]
            liveCount += live == nil ? 0 : 1
            ownedCount += last == nil ? 0 : 1
            diffWanted(key, item, live: live, last: last)
        }
        // Where all that is live or owned was met as wanted, none is left to be looked for.
        if liveCount < observed.attachments.count {
            for (key, live) in observed.attachments where wanted[key]?.isLive != true {
                diffUnwanted(key, live, expired: wanted[key])
            }
        }
        if ownedCount < applied.attachments.count {
            for key in applied.attachments.keys
            where wanted[key]?.isLive != true && !observed.attachments.has(key) {
                release(key)
            }
        }
    }

    /// An item of a `policies` list that asks for an attachment.
    private struct WantedAttachment {
        var expires: Expiry?
        var isExternal: Bool
        var source: SourceSpan?
        /// Not expired at the plan's moment.
        var isLive: Bool
    }

    private mutating func wantedAttachments() -> [AttachmentKey: WantedAttachment] {
        var wanted: [AttachmentKey: WantedAttachment] = [:]
        wanted.reserveCapacity(observed.attachments.count)
        for object in input.desired.objects.values {
            guard let list = object.policies, list.mode != .none else { continue }
            let places = input.sources[object.address]?.items[.policies]
            for (index, item) in list.items.enumerated() {
                let key = AttachmentKey(
                    principal: object.address, policy: item.policy, scope: item.scope ?? .account)
                let source = places?[safe: index]
                let isPast = item.expires?.isPast(at: input.asOf) ?? false
                if isPast { warnExpired(key, item, at: source) }
                wanted[key] = WantedAttachment(
                    expires: item.expires, isExternal: item.isExternal, source: source, isLive: !isPast)
            }
        }
        return wanted
    }

    private mutating func diffWanted(
        _ key: AttachmentKey, _ item: WantedAttachment, live: ObservedAttachment?, last: AppliedAttachment?
    ) {
        guard let live else {
            let why: Cause = last == nil ? .commit : last?.expires == item.expires ? .drift : .both
            changes.append(
                edgeChange(
                    key.principal, .attach(key, expires: item.expires, replacing: nil), cause: why,
                    source: item.source))
            return
        }
        if live.expires != item.expires {
            let why = cause(
                commitChanged: last.map { $0.expires != item.expires } ?? true,
                storeChanged: last.map { $0.expires != live.expires } ?? false)
            changes.append(
                edgeChange(
                    key.principal,
                    .attach(key, expires: item.expires, replacing: ReplacedExpiry(live.expires)),
                    cause: why, source: item.source))
        } else if last == nil {
            adopted[key.principal, default: Ownership(object: false)].attachments.append(key)
        }
    }

    private mutating func diffUnwanted(
        _ key: AttachmentKey, _ live: ObservedAttachment, expired: WantedAttachment?
    ) {
        let isOwned = applied.attachments.has(key)
        let policyIsPruned =
            if case .custom(let name) = key.policy { pruned.contains(Address(.policy, name)) } else { false }
        let cut = ruling(on: key)
        guard cut.isCut || expired != nil || policyIsPruned || pruned.contains(key.principal) else {
            if isOwned { release(key) }
            return
        }
        let why: Cause = expired != nil ? .expiry : isOwned || !cut.wasSo ? .commit : .drift
        changes.append(
            edgeChange(
                key.principal, .detach(key, expires: live.expires), cause: why, isForeign: !isOwned,
                source: expired?.source ?? cut.source))
    }

    /// Whether the principal's list says that the attachment must go, whether it already said so when
    /// it was last applied, and where it stands.
    private func ruling(on key: AttachmentKey) -> (isCut: Bool, wasSo: Bool, source: SourceSpan?) {
        guard let list = input.desired.objects[key.principal]?.policies else { return (false, false, nil) }
        let isForbidden =
            list.mode == .none
            && list.items.contains { item in
                item.policy == key.policy && (item.scope == nil || item.scope == key.scope)
            }
        let last = applied.objects[key.principal]?.lists[.policies]
        return (
            list.mode == .exactly || isForbidden,
            last?.mode == list.mode && last?.ruling(on: key) != .silent,
            input.sources[key.principal]?.lists[.policies]
        )
    }

    private mutating func release(_ key: AttachmentKey) {
        released[key.principal, default: Ownership(object: false)].attachments.append(key)
    }

    /// A system policy and an external one have to be live; a declared one is created by the plan.
    private mutating func requireLive(_ key: AttachmentKey, _ item: WantedAttachment) {
        switch key.policy {
        case .custom(let name):
            let address = Address(.policy, name)
            if item.isExternal, !input.desired.objects.has(address) && !observed.objects.has(address) {
                difference.diagnostics.append(missingExternal(address, among: observed, at: item.source))
            }
        case .system(let name):
            guard !observed.systemPolicies.has(name) else { return }
            let hint = nearestName(to: name, among: observed.systemPolicies.keys)
            difference.diagnostics.append(
                Diagnostic(
                    "ref.system-missing", "the store has no system policy `\(name)`", at: item.source,
                    help: hint.map { "did you mean `\($0)`?" } ?? "use a policy that the store has"))
        }
        if let scopes = input.capabilities.scopes[key.principal.kind], !scopes.contains(key.scope.word) {
            difference.diagnostics.append(
                Diagnostic(
                    "store.scope-unsupported",
                    "the store cannot attach a policy to a \(key.principal.kind.rawValue) in \(key.scope)",
                    at: item.source, help: "use one of: " + scopes.sorted().joined(separator: ", ")))
        }
    }

    private mutating func warnExpired(_ key: AttachmentKey, _ item: DesiredAttachment, at source: SourceSpan?)
    {
        difference.diagnostics.append(
            Diagnostic(
                "attachment.expired", .warning,
                "\(key) expired (\(item.expires?.description ?? "")) and no longer counts", at: source,
                help: "delete the line, or give it a later day"))
    }
}
