internal import WritDigest
package import WritModel
internal import WritPlan

/// What ledgers take down in the audit chain: the event's words and its detail, the same in every ledger.
package struct AuditEvent: Hashable, Sendable {
    /// One word or two, such as `run started`.
    package var name: String
    /// What the event is about, as an object.
    package var detail: JSONValue

    /// A run starts.
    package static func started(_ run: Run) -> AuditEvent {
        var members: [JSONValue.Member] = []
        if let commit = run.commit { members.append(.init("commit", .string(commit))) }
        if let plan = run.planDigest { members.append(.init("plan", .string(plan.description))) }
        if let effect = run.effectDigest { members.append(.init("effect", .string(effect.description))) }
        members.append(.init("approvals", .array(run.approvals.map(JSONValue.string))))
        return AuditEvent(name: "run started", detail: .object(members))
    }

    /// A step came out as `outcome`.
    package static func settled(_ step: Step, _ outcome: Outcome) -> AuditEvent {
        var members: [JSONValue.Member] = [
            .init("step", .integer(step.index)), .init("change", .string(step.change.summary)),
            .init("cause", .string(step.change.cause.rawValue)),
            .init("effect", .string(step.change.effectDigest.description)),
        ]
        if let source = step.change.source { members.append(.init("source", .string("\(source)"))) }
        return AuditEvent(name: "step \(outcome.word)", detail: .object(members + outcome.auditMembers))
    }

    /// Reading back has shown that an entry without outcome came out as `outcome`.
    package static func resolved(_ entry: JournalEntry, _ outcome: Outcome) -> AuditEvent {
        let members: [JSONValue.Member] = [
            .init("run", .string(entry.run)), .init("step", .integer(entry.index)),
            .init("change", .string(entry.change.summary)),
            .init("effect", .string(entry.effect.description)),
        ]
        return AuditEvent(
            name: "step resolved", detail: .object(members + [.init("outcome", .string(outcome.word))]))
    }

    /// A credential was handed over to whom it is for.
    package static func delivered(_ sealed: SealedCredential) -> AuditEvent {
        var members = [JSONValue.Member("user", .string(sealed.user.name))] + sealed.order.members
        if !sealed.id.isEmpty { members.append(.init("id", .string(sealed.id))) }
        return AuditEvent(name: "credential delivered", detail: .object(members))
    }

    /// A run ended; `revision` is the commit that now is applied as a whole.
    package static func finished(_ revision: AppliedRevision?) -> AuditEvent {
        guard let revision else { return AuditEvent(name: "run finished", detail: [:]) }
        return AuditEvent(
            name: "run finished",
            detail: [
                "commit": .string(revision.commit), "manifests": .integer(revision.manifestCount),
            ])
    }

    /// A lease was taken from a holder whose time ran out or who is gone.
    package static func takenOver(_ lease: Lease) -> AuditEvent {
        AuditEvent(name: "lease taken over", detail: lease.auditDetail)
    }

    /// Somebody broke the lease on purpose.
    package static func broken(_ lease: Lease) -> AuditEvent {
        AuditEvent(name: "lease broken", detail: lease.auditDetail)
    }
}

extension Lease {
    fileprivate var auditDetail: JSONValue {
        [
            "holder": .string(holder.actor), "process": .integer(Int(holder.processID)),
            "token": .integer(Int(token.value)), "since": .string(acquiredAt.description),
        ]
    }
}

extension Outcome {
    fileprivate var auditMembers: [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        if let version { members.append(.init("version", .string(version.description))) }
        if let text { members.append(.init("reason", .string(text))) }
        return members
    }

    /// The version of what the store now has, where it is known.
    package var version: Version? {
        switch self {
        case .done(let version, _), .alreadySo(let version, _): version
        case .conflict, .failed, .unknown: nil
        }
    }

    /// A new object's id, where the store answered one.
    package var id: String? {
        switch self {
        case .done(_, let id), .alreadySo(_, let id): id
        case .conflict, .failed, .unknown: nil
        }
    }

    /// What the store said besides the word.
    package var text: String? {
        switch self {
        case .done, .alreadySo: nil
        case .conflict(let text), .failed(let text, _), .unknown(let text): text
        }
    }
}
