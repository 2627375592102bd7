internal import WritModel
internal import WritPolicy

/// A way to become an administrator that a change opens.
struct NewEscalation {
    /// Who can go it, and how.
    var change: EscalationChange
    /// The Deny that alone stood in its way before; `nil` where something was not allowed.
    var refusal: AccessRefusal?
}

extension LintedAccount {
    /// The ways that were not open before, with what refused them.
    func newEscalations(since before: LintedAccount) -> [NewEscalation] {
        change(since: before).escalation.changes.filter { $0.direction == .gained }.map {
            NewEscalation(change: $0, refusal: before.refusal(of: $0.path))
        }
    }

    /// The first Deny that refuses a request of a way, where nothing else is missing for it.
    private func refusal(of path: EscalationPath) -> AccessRefusal? {
        var found: AccessRefusal?
        for request in path.steps.flatMap(\.requests) {
            let question = request.question
            let step: AccessStep?
            if let agency = request.agency {
                step = access.assume(agency, as: question.principal, question)
            } else {
                step = access.decide(question).steps.last
            }
            guard let step else { return nil }
            switch step.verdict {
            case .allowed: continue
            case .implicitDeny, .uncertain: return nil
            case .explicitDeny:
                let ground = step.grounds.first { $0.statement.effect == .deny }
                guard let ground else { return nil }
                found = found ?? AccessRefusal(source: ground.source, statement: ground.statement)
            }
        }
        return found
    }

    /// What the change did that opens the way: the entry or the attachment that is new.
    func place(of opened: NewEscalation, since before: LintedAccount) -> Place {
        let gained = change(since: before).effective.filter { $0.direction == .gained }
        if let refusal = opened.refusal {
            let principals = opened.change.principals
            let groups = principals.flatMap { access.groups(of: $0).map { Address(.group, $0.group) } }
            if let place = place(of: refusal, of: principals + groups, since: before) { return place }
        }
        let grounds = opened.change.path.steps.flatMap(\.requests).flatMap(\.grounds)
        for ground in grounds {
            let new = gained.first {
                $0.source == ground.source && $0.statement.path == ground.statement.path
                    && !Set($0.principals).isDisjoint(with: opened.change.principals)
            }
            if let new { return place(of: new, since: before) }
        }
        let own = gained.first { !Set($0.principals).isDisjoint(with: opened.change.principals) }
        return own.map { place(of: $0, since: before) } ?? place(of: opened.change.path)
            ?? nearest(opened.change.principals)
    }
}
