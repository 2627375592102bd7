internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Report {
    /// Reports the ways of an account whose first method belongs to a rule.
    mutating func findEscalations(_ code: String, in account: LintedAccount, help: String) {
        for row in account.escalationRows where row.code == code {
            find(
                row.message, at: account.place(of: row.path) ?? account.nearest(row.principals),
                notes: account.notes(of: row.path), help: help,
                severity: row.path.severity == .high ? .high : nil)
        }
    }
}

extension EscalationRow {
    /// The code of the rule that reports it.
    var code: String? {
        path.steps.count > 1 ? "ESC011" : path.steps.first.flatMap { escalationCodes[$0.method.id] }
    }

    /// `` `user/eve` can become an administrator: it joins `group/admins`, whose members are administrators ``.
    var message: String { path.message(of: principals) }
}

extension EscalationPath {
    /// What somebody can make of itself, and how.
    func message(of principals: [Address], _ verb: String = "can") -> String {
        let many = principals.count > 1
        let end = many ? "administrators" : "an administrator"
        guard let first = steps.first else {
            return "\(named(principals)) \(many ? "are" : "is") \(end) now"
        }
        var text = "\(named(principals)) \(verb) become \(end)"
        if steps.count > 1 { return text + " in \(steps.count) steps" }
        text += ": \(many ? "each" : "it") \(first.title)"
        return text + (first.method.isBoundless ? "" : first.target.map(ending) ?? "")
    }
}

extension EscalationStep {
    /// What is done, with the name of its target.
    fileprivate var title: String { method.title + (target.map { " `\($0)`" } ?? "") }
}

private func ending(_ target: Address) -> String {
    target.kind == .group ? ", whose members are administrators" : ", an administrator"
}

extension LintedAccount {
    /// The entry or the attachment that the first step of a way hangs on; `nil` where no manifest has it.
    func place(of path: EscalationPath) -> Place? {
        for step in path.steps {
            for request in step.requests { if let place = place(of: request) { return place } }
        }
        return nil
    }

    /// The entry that allows a request, or the attachment of a document that no manifest has.
    func place(of request: EscalationRequest) -> Place? {
        for ground in request.grounds {
            let entry = place(of: ground.statement, in: ground.source, action: request.question.action)
            if let place = entry ?? ground.route.flatMap({ self.place(of: $0) }) { return place }
        }
        return nil
    }

    /// The steps of a way, each with the requests that prove it and what allows them.
    func notes(of path: EscalationPath) -> [(message: String, place: Place?)] {
        var notes: [(message: String, place: Place?)] = []
        for (number, step) in path.steps.enumerated() {
            if path.steps.count > 1 {
                let last = number == path.steps.count - 1 && !step.method.isBoundless
                let actor = number == 0 ? "" : "as `\(step.actor)` "
                notes.append(
                    (
                        "step \(number + 1): \(actor)it \(step.title)\(last ? step.target.map(ending) ?? "" : "")",
                        nil
                    ))
            }
            for request in step.requests { notes += self.notes(of: request) }
            if !step.method.proviso.isEmpty { notes.append(("provided that \(step.method.proviso)", nil)) }
        }
        return notes
    }

    private func notes(of request: EscalationRequest) -> [(message: String, place: Place?)] {
        let asked = Request(
            action: request.question.action, resource: request.question.resource,
            context: request.question.context)
        var text = "it may do \(asked.title)"
        if let ground = request.grounds.first {
            text += ", by \(ground.statement.title) of \(ground.source.title)"
        }
        if !request.isConfirmed { text += "; the vendor's pages do not confirm the action's name" }
        var notes = [(message: text, place: place(of: request))]
        if let route = request.grounds.first?.route, let place = place(of: route) {
            notes.append(("which is attached to `\(route.attachment.principal)`", place))
        }
        return notes
    }
}
