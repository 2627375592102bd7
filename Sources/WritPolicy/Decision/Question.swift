import WritModel

/// A request with everything that has a say in it.
package struct Question: Sendable {
    /// The caller's own policies.
    package var identity: PolicySet
    /// Of the resource; `nil` where it has none.
    package var resourcePolicy: PolicySet?
    /// Of the agency or role that the request assumes; `nil` for other requests.
    package var trustPolicy: PolicySet?
    /// Permission boundaries, session policies, service control policies: each must allow.
    package var boundaries: [PolicySet]
    /// What is asked; with a caller where a resource or trust policy has a say.
    package var request: Request
    /// The account that the resource belongs to; `nil` for the caller's own.
    package var resourceAccount: String?

    /// A question to these policies.
    package init(
        identity: PolicySet, resourcePolicy: PolicySet? = nil, trustPolicy: PolicySet? = nil,
        boundaries: [PolicySet] = [], request: Request, resourceAccount: String? = nil
    ) {
        self.identity = identity
        self.resourcePolicy = resourcePolicy
        self.trustPolicy = trustPolicy
        self.boundaries = boundaries
        self.request = request
        self.resourceAccount = resourceAccount
    }
}

/// The answer to a question, with what decided.
package struct Answer: Hashable, Sendable {
    /// The policies of a question.
    package enum Part: Hashable, Sendable {
        case identity, resourcePolicy, trustPolicy
        /// The boundary at that place.
        case boundary(Int)
    }

    /// A statement that decided: its place in ``PolicySet/statements`` of a part.
    package struct Ground: Hashable, Sendable {
        /// Whose statement.
        package var part: Part
        /// Which one.
        package var statement: Int
    }

    /// The answer.
    package var verdict: Verdict
    /// The statements that decided, part by part.
    package var grounds: [Ground]
    /// Why it is uncertain, in order.
    package var reasons: [OpenReason]
}

extension Question {
    /// Decides over all parts: a Deny in any of them, then what has to allow.
    ///
    /// Source: <doc:Semantics>, "Decisions over several documents".
    package func answer() -> Answer {
        var parts: [(part: Answer.Part, set: PolicySet, matches: SideMatches)] = []
        func ask(_ part: Answer.Part, _ set: PolicySet?) -> SideMatches? {
            guard let set else { return nil }
            let matches = set.matches(request)
            parts.append((part, set, matches))
            return matches
        }
        let own = ask(.identity, identity)
        let resource = ask(.resourcePolicy, resourcePolicy)
        let trust = ask(.trustPolicy, trustPolicy)
        var allow = allowTruth(own?.allowed.truth ?? .no, resource?.allowed.truth, trust)
        for (index, boundary) in boundaries.enumerated() {
            allow = allow.and(ask(.boundary(index), boundary)?.allowed.truth ?? .no)
        }
        var denied = Matches()
        var allowed = Matches()
        denied.truth = parts.reduce(.no) { $0.or($1.matches.denied.truth) }
        allowed.truth = allow
        denied.reasons = parts.reduce(into: []) { $0.formUnion($1.matches.denied.reasons) }
        allowed.reasons = parts.reduce(into: []) { $0.formUnion($1.matches.allowed.reasons) }
        let decision = Decision(denied: denied, allowed: allowed)
        return Answer(
            verdict: decision.verdict,
            grounds: parts.flatMap { grounds($0.part, $0.matches, decision.verdict) },
            reasons: decision.reasons)
    }

    private var isOtherAccount: Bool {
        guard let resourceAccount, let account = request.caller?.account else { return false }
        return resourceAccount != account
    }

    private func allowTruth(_ own: Truth, _ resource: Truth?, _ trust: SideMatches?) -> Truth {
        if let trust, let trustPolicy {
            let both = own.and(trust.allowed.truth)
            // AWS alone takes the trust policy's word for a principal that it names itself.
            if trustPolicy.dialect == .aws, !isOtherAccount, let caller = request.caller,
                trust.allowed.certain.contains(where: {
                    trustPolicy.statements[$0].principals?.namesDirectly(caller) ?? false
                })
            {
                return .yes
            }
            return both
        }
        guard let resource else { return isOtherAccount ? .no : own }
        return isOtherAccount ? own.and(resource) : own.or(resource)
    }

    private func grounds(_ part: Answer.Part, _ matches: SideMatches, _ verdict: Verdict) -> [Answer.Ground] {
        let statements: [Int] =
            switch verdict {
            case .explicitDeny: matches.denied.certain
            case .allowed: matches.allowed.certain
            case .implicitDeny: []
            case .uncertain: matches.denied.open + matches.allowed.open + matches.allowed.certain
            }
        return statements.map { Answer.Ground(part: part, statement: $0) }
    }
}
