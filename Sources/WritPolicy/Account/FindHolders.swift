package import WritModel

extension AccountAccess {
    /// Everybody who may do something, by itself or through agencies, in order: users, then agencies.
    ///
    /// Principals with equal grants are looked at together as far as no document asks for their names. Of several ways
    /// through agencies a principal has to one that may act, the shortest is told.
    ///
    /// - Parameter resource: `nil` for any: what is allowed on some resources counts as conditional.
    package func holders(
        of action: String, on resource: String?, context: [String: [String]] = [:], at moment: Instant
    ) -> [AccessHolder] {
        var search = HolderSearch(access: self, hasResource: resource != nil)
        var result: [AccessHolder] = []
        var ends: [String: HolderStep] = [:]
        for principal in principals {
            let question = AccessQuestion(
                principal, action: action, resource: resource ?? "", context: context, at: moment)
            guard let step = search.acting(question) else { continue }
            result.append(
                AccessHolder(principal: principal, via: [], standing: step.standing, steps: [step]))
            if principal.kind == .agency { ends[principal.name] = step }
        }
        for (agency, end) in ends.sorted(by: { $0.key < $1.key }) {
            result += search.ways(into: agency, end: end, context: context, at: moment)
        }
        return result.sorted {
            ($0.principal, $0.via.count, $0.via.joined(separator: "/")) < (
                $1.principal, $1.via.count, $1.via.joined(separator: "/")
            )
        }
    }

    /// Whether a principal may assume an agency, and how sure that is; `nil` where it may not.
    func entry(into agency: String, _ question: AccessQuestion) -> AccessHolder.Standing? {
        var search = HolderSearch(access: self, hasResource: true)
        return search.assuming(
            agency, as: question.principal, context: question.context, at: question.moment)?.standing
    }

    /// Who outside the account's own users and agencies an agency trusts, in the author's order.
    package func outsiders(of agency: String) -> [String] {
        guard let trust = trusts[agency] else { return [] }
        var seen: Set<String> = []
        let named = trust.statements.filter { $0.effect == .allow }.flatMap { statement -> [String] in
            guard let principals = statement.principals else { return [] }
            if principals.isExcluding { return ["everybody but some"] }
            return principals.entries.compactMap { entry in
                switch entry {
                case .anybody: "everybody"
                case .account(account): nil
                case .account(let other): "account \(other)"
                case .named(let sort, let glob) where sort == dialect.accountSort:
                    glob.description.contains(":\(account):") ? nil : "\(glob)"
                case .named("Service", let glob): "service \(glob)"
                case .named(let sort, let glob): "\(sort) \(glob)"
                }
            }
        }
        return named.filter { seen.insert($0).inserted }
    }
}

/// What is looked at once for all principals that it holds for.
private struct HolderSearch {
    let access: AccountAccess
    let hasResource: Bool
    /// Whether a document could allow an action.
    private var saying: [PolicyReference: [String: Bool]] = [:]
    private var classes: [Address: GrantClass] = [:]
    private var effective: [GrantClass: EffectivePolicies] = [:]

    init(access: AccountAccess, hasResource: Bool) {
        self.access = access
        self.hasResource = hasResource
    }

    private mutating func policies(of principal: Address) -> EffectivePolicies {
        let grants = classes[principal] ?? access.grantClass(of: principal)
        classes[principal] = grants
        if let known = effective[grants] { return known }
        let made = access.effectivePolicies(of: grants)
        effective[grants] = made
        return made
    }

    /// Whether something that the principal holds could allow an action: seen without putting its documents together.
    private mutating func mayAllow(_ action: String, _ principal: Address) -> Bool {
        if access.isDisabled(principal) { return false }
        for grant in access.grants(of: principal) where mayAllow(action, grant.attachment.policy) {
            return true
        }
        return false
    }

    private mutating func mayAllow(_ action: String, _ policy: PolicyReference) -> Bool {
        if let known = saying[policy]?[action] { return known }
        let answer = access.policies[policy]?.mayAllow(action) ?? true
        saying[policy, default: [:]][action] = answer
        return answer
    }

    /// How a principal may act itself; `nil` where it may not.
    mutating func acting(_ question: AccessQuestion) -> HolderStep? {
        guard mayAllow(question.action, question.principal) else { return nil }
        let policies = policies(of: question.principal)
        let step = access.act(as: question.principal, question, policies)
        return holding(step, policies, hasResource: hasResource)
    }

    /// Everybody who can come into an agency, by the shortest way.
    mutating func ways(
        into agency: String, end: HolderStep, context: [String: [String]], at moment: Instant
    ) -> [AccessHolder] {
        var found: [AccessHolder] = []
        var reached: Set<Address> = [Address(.agency, agency)]
        var open = [(agency: agency, via: [agency], steps: [end])]
        while !open.isEmpty {
            let (next, via, steps) = open.removeFirst()
            for principal in access.principals where !reached.contains(principal) {
                guard let step = assuming(next, as: principal, context: context, at: moment) else { continue }
                reached.insert(principal)
                let all = [step] + steps
                found.append(
                    AccessHolder(
                        principal: principal, via: via, standing: all.map(\.standing).max() ?? .allowed,
                        steps: all))
                if principal.kind == .agency {
                    open.append((principal.name, [principal.name] + via, all))
                }
            }
        }
        return found
    }

    mutating func assuming(
        _ agency: String, as principal: Address, context: [String: [String]], at moment: Instant
    ) -> HolderStep? {
        var mayAllow = false
        for way in access.assuming(agency) where self.mayAllow(way.action, principal) { mayAllow = true }
        guard mayAllow else { return nil }
        let policies = policies(of: principal)
        let question = AccessQuestion(principal, action: "", context: context, at: moment)
        let step = access.assume(agency, as: principal, question, policies)
        guard let trust = access.trusts[agency] else {
            return holding(step, policies, hasResource: true)
        }
        return holding(step, policies, trust: trust, hasResource: true)
    }

    /// What a step tells about a holder; `nil` where nothing that the request could say more would help.
    private func holding(
        _ step: AccessStep, _ policies: EffectivePolicies, trust: PolicySet? = nil, hasResource: Bool
    ) -> HolderStep? {
        var result = HolderStep(
            principal: step.principal, agency: step.agency, standing: .allowed, grounds: step.grounds,
            conditional: [], reservations: step.reservations, reasons: step.reasons)
        switch step.verdict {
        case .allowed: return result
        case .uncertain:
            result.standing = .uncertain
            return result
        case .explicitDeny: return nil
        case .implicitDeny: break
        }
        // Every side that does not allow has to have a statement that needs no more than words.
        for side in step.missing {
            let set = side == .trustPolicy ? trust : policies.set
            guard let set else { return nil }
            let fits = set.fits(step.request).filter { fit in
                set.statements[fit.statement].effect == .allow && fit.principal != .no
                    && (fit.resource != .no || !hasResource) && fit.unmet.allSatisfy(\.given.isEmpty)
            }
            guard !fits.isEmpty else { return nil }
            let grants = access.grants(of: step.principal)
            result.conditional += fits.map { fit in
                let document: AccessDocument
                if side == .trustPolicy, let agency = step.agency {
                    document = .trust(agency)
                } else {
                    let terms = policies.terms[set.documents[fit.statement]]
                    document = .policy(terms, routes: grants.filter { $0.terms == terms })
                }
                return NearMiss(
                    ground: AccessGround(statement: set.statements[fit.statement], document: document),
                    fit: fit)
            }
        }
        result.standing = .conditional
        return result
    }
}

extension PolicyReading {
    /// Whether some Allow may be about the action: one that names it, or one that cannot be read.
    fileprivate func mayAllow(_ action: String) -> Bool {
        if unreadableCount > 0 { return true }
        let bytes = foldedCase(Array(action.utf8))
        return statements.contains { statement in
            statement.effect == .allow
                && statement.actions.included?.contains { $0.glob.matches(bytes) } ?? true
        }
    }
}
