package import WritModel

extension AccountAccess {
    /// Answers a question, with its proof.
    ///
    /// While in an agency only what the agency holds counts.
    package func decide(_ question: AccessQuestion) -> AccessAnswer {
        var steps: [AccessStep] = []
        var notes: Set<AccessNote> = []
        var principal = question.principal
        for agency in question.via {
            notes.formUnion(self.notes(on: principal))
            let step = assume(agency, as: principal, question)
            steps.append(step)
            if trusts[agency] == nil { notes.insert(.unknownTrust(agency)) }
            if step.verdict != .allowed {
                return AccessAnswer(verdict: step.verdict, steps: steps, notes: notes.sorted())
            }
            principal = Address(.agency, agency)
        }
        notes.formUnion(self.notes(on: principal))
        let step = act(as: principal, question)
        steps.append(step)
        return AccessAnswer(verdict: step.verdict, steps: steps, notes: notes.sorted())
    }

    /// The request that a principal makes.
    package func request(
        _ action: String, on resource: String, as principal: Address, _ context: [String: [String]],
        at moment: Instant
    ) -> Request {
        let own = PrincipalContext(principal, account: account, dialect: dialect, at: moment)
        var values: [String: [String]] = [:]
        for (key, value) in own.context { values[key.lowercased()] = value }
        for (key, value) in context { values[key.lowercased()] = value }
        return Request(action: action, resource: resource, context: values, caller: own.caller)
    }

    /// The last step: the action itself.
    func act(
        as principal: Address, _ question: AccessQuestion, _ known: EffectivePolicies? = nil
    ) -> AccessStep {
        let request = request(
            question.action, on: question.resource, as: principal, question.context, at: question.moment)
        let effective = known ?? effectivePolicies(of: principal)
        return step(request, effective, as: principal, agency: nil)
    }

    /// Whether a principal may switch into an agency: where several actions lead there, the first that is allowed.
    package func assume(
        _ agency: String, as principal: Address, _ question: AccessQuestion,
        _ known: EffectivePolicies? = nil
    ) -> AccessStep {
        let effective = known ?? effectivePolicies(of: principal)
        var best: AccessStep?
        for (action, resource) in assuming(agency) {
            let request = request(action, on: resource, as: principal, question.context, at: question.moment)
            let step = step(request, effective, as: principal, agency: agency)
            if step.verdict == .allowed { return step }
            if best.map({ step.verdict.nearness > $0.verdict.nearness }) ?? true { best = step }
        }
        guard let best else { preconditionFailure("every dialect has a way into an agency") }
        return best
    }

    /// The requests that lead into an agency.
    package func assuming(_ agency: String) -> [(action: String, resource: String)] {
        var hasTrustPolicy = false
        if case .document? = facts.agencies[agency] { hasTrustPolicy = true }
        return dialect.assuming(agency, account: account, hasTrustPolicy: hasTrustPolicy)
    }

    /// One request's answer, with what decided and what came near.
    private func step(
        _ request: Request, _ effective: EffectivePolicies, as principal: Address, agency: String?
    ) -> AccessStep {
        let trust = agency.map { trusts[$0] ?? PolicySet([]) }
        var answer = Question(identity: effective.set, trustPolicy: trust, request: request).answer()
        var sides = [(Answer.Part.identity, effective.set, effective.reasons(request))]
        if let agency, let trust {
            let isKnown = trusts[agency] != nil
            sides.append(
                (.trustPolicy, trust, isKnown ? [] : [.unknownPolicy("the trust of agency/\(agency)")]))
        }
        var missing: [Answer.Part] = []
        if answer.verdict == .implicitDeny {
            missing = sides.filter { $0.1.decide(request).verdict == .implicitDeny }.map(\.0)
        }
        // What is not known may deny, and may allow where nothing else does.
        let unknown = sides.flatMap(\.2)
        let isHopeless = sides.contains { side in missing.contains(side.0) && side.2.isEmpty }
        if !unknown.isEmpty, answer.verdict != .explicitDeny, !isHopeless {
            answer.verdict = .uncertain
            answer.reasons = Set(answer.reasons + unknown).sorted()
            missing = []
        }
        let grants = grants(of: principal)
        func ground(_ side: Answer.Part, _ id: Int) -> AccessGround {
            if side == .trustPolicy, let agency, let trust {
                return AccessGround(statement: trust.statements[id], document: .trust(agency))
            }
            let terms = effective.terms[effective.set.documents[id]]
            return AccessGround(
                statement: effective.set.statements[id],
                document: .policy(terms, routes: grants.filter { $0.terms == terms }))
        }
        var result = AccessStep(
            principal: principal, agency: agency, request: request, verdict: answer.verdict,
            grounds: answer.grounds.map { ground($0.part, $0.statement) }, reasons: answer.reasons,
            missing: missing, misses: [], reservations: [])
        for (side, set, _) in sides {
            let fits = set.fits(request)
            if answer.verdict == .allowed || answer.verdict == .uncertain {
                result.reservations += fits.filter { fit in
                    set.statements[fit.statement].effect == .deny && fit.isOpenOnly
                }.map { NearMiss(ground: ground(side, $0.statement), fit: $0) }
            } else if answer.verdict == .implicitDeny, missing.contains(side) {
                var near = fits.filter { set.statements[$0.statement].effect == .allow && !$0.isMatch }
                if near.isEmpty {
                    near = set.neighbours(request).filter { set.statements[$0.statement].effect == .allow }
                }
                near.sort { ($0.failures, $0.statement) < ($1.failures, $1.statement) }
                result.misses += near.prefix(mostMisses).map {
                    NearMiss(ground: ground(side, $0.statement), fit: $0)
                }
            }
        }
        return result
    }

    private func notes(on principal: Address) -> Set<AccessNote> {
        let isProvider = principal.kind == .identityProvider
        if isDisabled(principal) { return [isProvider ? .closed(principal.name) : .disabled(principal.name)] }
        var notes: Set<AccessNote> = []
        let grants = grants(of: principal)
        if isProvider, !grants.isEmpty { notes.insert(.federated(principal.name)) }
        if isProvider, facts.partial[principal] != nil { notes.insert(.partialMappings(principal.name)) }
        if grants.isEmpty { notes.insert(.holdsNothing(principal)) }
        let holders =
            [principal]
            + groups(of: principal).map { Address(.group, $0.group) }
        let partial = holders.filter { facts.partial[$0]?.contains(.policies) ?? false }
        if !partial.isEmpty { notes.insert(.partial(partial.sorted())) }
        for grant in grants {
            for missing in missingRoles(beside: grant.attachment) {
                notes.insert(
                    .missingDependency(
                        role: grant.attachment.policy.name, dependency: missing.dependency.name))
            }
        }
        return notes
    }
}

/// How many near misses are worth a reader's time.
private let mostMisses = 3

extension StatementFit {
    /// Whether it matches but for conditions on what the request does not say.
    var isOpenOnly: Bool {
        action != .no && resource != .no && principal != .no && !unmet.isEmpty
            && unmet.allSatisfy(\.given.isEmpty)
    }
}

extension Verdict {
    /// How near to being allowed.
    fileprivate var nearness: Int {
        switch self {
        case .allowed: 3
        case .uncertain: 2
        case .implicitDeny: 1
        case .explicitDeny: 0
        }
    }
}

extension EffectivePolicies {
    /// Why what is held is not known in full: attachments of unknown documents that hold where and when the request is
    /// made.
    func reasons(_ request: Request) -> [OpenReason] {
        unknown.compactMap { terms in
            let values = RequestValues(request, dialect: dialect, flat: false)
            var reasons: Set<OpenReason> = []
            let holds = terms.conditions(dialect).allSatisfy { $0.truth(values, &reasons) != .no }
            return holds ? .unknownPolicy(terms.policy.description) : nil
        }
    }
}
