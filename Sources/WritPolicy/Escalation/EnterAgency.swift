import WritModel

/// One question about a service.
struct ServiceQuestion: Hashable {
    var agency: String
    var words: [String]
}

/// Whether an agency trusts a service.
struct ServiceAnswer {
    /// As its trust names it.
    var service = ""
    var isTrusted = false
    /// Why nobody can tell.
    var reasons: Set<OpenReason> = []
}

extension EscalationSearch {
    /// Whether an actor may assume an agency: both its own documents and the agency's trust have to allow one and the same request.
    mutating func enter(_ agency: String, as actor: Int) -> NeedAnswer {
        var reasons: Set<OpenReason> = []
        for (action, resource) in access.escalationEntries(agency) {
            guard let trust = access.trusts[agency] else {
                if case .no = ask(action, on: .one(resource), as: actor, fixed: [:]) { continue }
                reasons.insert(.unknownPolicy("the trust of agency/\(agency)"))
                continue
            }
            let principal = actors[actor].address
            let plain = access.request(action, on: resource, as: principal, [:], at: moment)
            let own = policies(of: actor).set
            guard let caller = plain.caller, let trusting = trust.trusting(caller) else { continue }
            var sides: [(own: PolicySet, trust: PolicySet)] = [(own, trusting)]
            if access.dialect == .aws, let direct = trust.trusting(caller, directly: true) {
                // A trust that names the caller itself needs no permission beside it, only no Deny.
                sides.append((own.denyingOnly, direct))
            }
            for side in sides {
                let gain = gained(
                    old: access.dialect.allowingAllBut([action], on: [resource]), new: side.own,
                    third: side.trust, isWanted: true, bounds: bounds(principal))
                reasons.formUnion(gain.witness == nil ? gain.unknown : [])
                guard let witness = gain.witness else { continue }
                let context = said(witness, by: [own, trust], principal)
                func answer(_ context: [String: [String]]) -> Answer {
                    let request = access.request(action, on: resource, as: principal, context, at: moment)
                    return Question(identity: own, trustPolicy: trust, request: request).answer()
                }
                let found = answer(context)
                if found.verdict == .allowed {
                    let least = leastContext(context) { answer($1).verdict != .allowed }
                    return .yes(
                        NeedWitness(action: action, resource: resource, context: least, agency: agency))
                }
                reasons.formUnion(found.reasons + [.tooManyCases("ways into agency/\(agency)")])
            }
        }
        return reasons.isEmpty ? .no : .open(reasons)
    }

    private func bounds(_ principal: Address) -> RequestBounds {
        RequestBounds(
            fixed: access.ownValues(of: principal, at: moment),
            time: .init(key: access.dialect.currentTimeKey, first: moment))
    }

    /// What a witness says besides what follows from the principal, as the authors spell it.
    private func said(
        _ witness: Request, by sets: [PolicySet], _ principal: Address
    ) -> [String: [String]] {
        let own = access.ownValues(of: principal, at: moment)
        let spelling = sets.map(\.keyNames)
        var context: [String: [String]] = [:]
        for (key, values) in witness.context where own[key.lowercased()] == nil {
            let name = spelling.lazy.compactMap { $0[key.lowercased()] }.first
            context[name ?? key] = values
        }
        return context
    }

    /// Whether an agency trusts a service whose name has one of these words.
    mutating func carrier(of agency: String, _ words: [String]) -> ServiceAnswer {
        let question = ServiceQuestion(agency: agency, words: words)
        if let known = services[question] { return known }
        let answer = findCarrier(agency, words)
        services[question] = answer
        return answer
    }

    private func findCarrier(_ agency: String, _ words: [String]) -> ServiceAnswer {
        guard let trust = access.trusts[agency] else {
            return ServiceAnswer(reasons: [.unknownPolicy("the trust of agency/\(agency)")])
        }
        let named = trust.statements.flatMap { statement in
            (statement.principals?.entries ?? []).compactMap { entry -> String? in
                guard case .named("Service", let glob) = entry, glob.isLiteral else { return nil }
                let name = "\(glob)"
                let parts = name.lowercased().split { !$0.isLetter && !$0.isNumber }
                return words.contains { parts.contains(Substring($0)) } ? name : nil
            }
        }
        var result = ServiceAnswer()
        for name in named + words {
            guard let trusting = trust.trusting(Caller(sort: "Service", name: name)) else { continue }
            let answer = gained(
                old: PolicySet([]), new: trusting,
                bounds: RequestBounds(
                    time: .init(key: access.dialect.currentTimeKey, first: moment)))
            if answer.witness != nil { return ServiceAnswer(service: name, isTrusted: true) }
            if !answer.unknown.isEmpty, result.reasons.isEmpty {
                result = ServiceAnswer(service: name, reasons: Set(answer.unknown))
            }
        }
        return result
    }
}

extension AccountAccess {
    /// The requests that lead into an agency; of both of Huawei's models where it is not known which it is of.
    fileprivate func escalationEntries(_ agency: String) -> [(action: String, resource: String)] {
        guard trusts[agency] == nil else { return assuming(agency) }
        return assuming(agency) + dialect.assuming(agency, account: account, hasTrustPolicy: true)
    }
}

extension PolicySet {
    /// What the documents of a trust say about one caller; `nil` where no statement lets it in.
    ///
    /// - Parameter directly: Only statements that name it itself let it in.
    fileprivate func trusting(_ caller: Caller, directly: Bool = false) -> PolicySet? {
        let readings = readings.map { reading in
            var reading = reading
            reading.statements = reading.statements.filter { statement in
                guard let principals = statement.principals else { return !directly }
                if directly, statement.effect == .allow { return principals.namesDirectly(caller) }
                return principals.matches(caller)
            }
            for index in reading.statements.indices { reading.statements[index].principals = nil }
            return reading
        }
        let isLet = readings.contains { reading in
            reading.unreadableCount > 0 || reading.statements.contains { $0.effect == .allow }
        }
        return isLet ? PolicySet(readings) : nil
    }

    /// Everything but what the documents deny.
    fileprivate var denyingOnly: PolicySet {
        let denying = readings.map { reading in
            var reading = reading
            reading.statements.removeAll { $0.effect == .allow }
            return reading
        }
        return PolicySet(denying + dialect.allowing(["*"], on: []).readings)
    }
}
