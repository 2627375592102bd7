package import WritModel

/// A way from a principal to any access at all, step by step.
package struct EscalationPath: Hashable, Sendable {
    /// One method each; none for somebody who is an administrator already.
    package var steps: [EscalationStep]
    /// Why nobody can tell whether it is open, in order; none for a way of which every request was decided.
    package var reasons: [OpenReason]

    /// The id of its first method, or `administrator`.
    package var id: String { steps.first?.method.id ?? "administrator" }

    /// Of its least bad step.
    package var severity: EscalationSeverity { steps.map(\.method.severity).min() ?? .critical }
}

/// One method that somebody goes.
package struct EscalationStep: Hashable, Sendable {
    /// How.
    package var method: EscalationMethod
    /// Who.
    package var actor: Address
    /// The groups that it joined on the way.
    package var joined: [String]
    /// Whose access it reaches, or through whom; `nil` where nobody else is needed.
    package var target: Address?
    /// One for each need that is met.
    package var requests: [EscalationRequest]
}

/// A request of a step, decided by the evaluator, with what decides it.
package struct EscalationRequest: Hashable, Sendable {
    /// Who asks for what, on what, and with what in its context besides what follows from the principal and the moment.
    package var question: AccessQuestion
    /// The agency that it leads into; `nil` for an ordinary action.
    package var agency: String?
    /// As the evaluator says; allowed, but where a document that is held is not known.
    package var verdict: Verdict
    /// The statements that allow it, and how they reach the one who asks.
    package var grounds: [AccessGround]
    /// Whether the action's name is confirmed.
    package var isConfirmed: Bool
}

extension EscalationSearch {
    /// The ids of the methods by which a principal can become an administrator: certain ones and, with the reasons, those of which nobody can tell.
    func standing(of principal: Address) -> EscalationStanding {
        var result = EscalationStanding()
        guard let actor = actorOf[principal] else { return result }
        if actors[actor].isAdministrator {
            result.isAdministrator = true
            return result
        }
        let certain = ways[actor].values.filter(\.reasons.isEmpty).map(\.method)
        for way in ways[actor].values {
            // More actions than another way needs are no way of their own.
            let isWorse = certain.contains { other in
                let (few, many) = (actions.methods[other], actions.methods[way.method])
                return other != way.method && few.actionNames.isStrictSubset(of: many.actionNames)
            }
            if isWorse { continue }
            if way.reasons.isEmpty {
                result.certain.insert(way.method)
            } else {
                result.open[way.method] = way.reasons
            }
        }
        return result
    }

    /// The ids of every method of a principal that is proved, in order, also of those that need more than another one does.
    package func methods(of principal: Address) -> [String] {
        guard let actor = actorOf[principal] else { return [] }
        return ways[actor].values.filter(\.reasons.isEmpty).map { actions.methods[$0.method].id }.sorted()
    }

    /// The paths of a principal, those first that are told where one is enough.
    package mutating func paths(of principal: Address) -> [EscalationPath] {
        let standing = standing(of: principal)
        if standing.isAdministrator { return [EscalationPath(steps: [], reasons: [])] }
        return inOrder(standing.certain.union(standing.open.keys), of: principal)
            .compactMap { path(of: principal, by: $0) }
    }

    /// Methods of a principal: certain before uncertain, short before long, bad before less bad.
    func inOrder(_ methods: some Sequence<Int>, of principal: Address) -> [Int] {
        guard let actor = actorOf[principal] else { return [] }
        return methods.compactMap { ways[actor][$0] }.sorted { rank($0) < rank($1) }.map(\.method)
    }

    /// The way of a principal by a method, with the proof of each request.
    mutating func path(of principal: Address, by method: Int) -> EscalationPath? {
        guard let first = actorOf[principal], let start = ways[first][method] else { return nil }
        var steps: [EscalationStep] = []
        var reasons = start.reasons
        var seen: Set<Int> = [first]
        var next: (actor: Int, way: EscalationWay)? = (first, start)
        var address = principal
        while let (actor, way) = next {
            reasons.formUnion(way.reasons)
            steps.append(step(way, actor, address))
            next = nil
            guard let after = way.next, !actors[after].isAdministrator, seen.insert(after).inserted,
                let following = bestWay(of: after)
            else { break }
            address = actors[after].isReal ? way.target ?? actors[after].address : address
            next = (after, following)
        }
        return EscalationPath(steps: steps, reasons: reasons.sorted())
    }

    private mutating func step(_ way: EscalationWay, _ actor: Int, _ address: Address) -> EscalationStep {
        let known = policies(of: actor)
        let joined = actors[actor].joined
        let requests = way.requests.map { witness in
            // The first of an actor was asked for all of them: what is about itself is about each.
            let isOwn = witness.resource == access.escalationResource(of: actors[actor].address)
            let question = AccessQuestion(
                address, action: witness.action,
                resource: isOwn ? access.escalationResource(of: address) : witness.resource,
                context: witness.context, at: moment)
            let answer =
                witness.agency.map { access.assume($0, as: address, question, known) }
                ?? access.act(as: address, question, known)
            return EscalationRequest(
                question: question, agency: witness.agency, verdict: answer.verdict,
                grounds: answer.grounds.map { routed($0, address, joined) },
                isConfirmed: witness.isConfirmed)
        }
        return EscalationStep(
            method: actions.methods[way.method], actor: address, joined: joined, target: way.target,
            requests: requests)
    }

    /// The ground with the routes that lead through groups joined on the way.
    private func routed(_ ground: AccessGround, _ address: Address, _ joined: [String]) -> AccessGround {
        guard case .policy(let terms, let routes) = ground.document, !joined.isEmpty else { return ground }
        let more = joined.flatMap { group in
            access.grants(of: Address(.group, group)).filter { $0.terms == terms }.map { grant in
                Grant(
                    attachment: grant.attachment, expires: grant.expires,
                    membership: Membership(user: address.name, group: group))
            }
        }
        return AccessGround(statement: ground.statement, document: .policy(terms, routes: routes + more))
    }
}

/// What a principal can make of itself.
struct EscalationStanding: Hashable {
    var isAdministrator = false
    /// Numbers of methods.
    var certain: Set<Int> = []
    var open: [Int: Set<OpenReason>] = [:]
}

extension EscalationMethod {
    /// Every action that one of its needs names.
    var actionNames: Set<String> { Set(needs.flatMap { $0.oneOf.map(\.name) }) }
}
