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
        for (action, resource) in access.assuming(agency) {
            let own = ask(action, on: .one(resource), as: actor, fixed: [:])
            switch own {
            case .no where access.dialect != .aws: continue
            case .open(let found): reasons.formUnion(found)
            case .no, .yes: break
            }
            guard let trust = access.trusts[agency] else {
                if case .no = own { continue }
                reasons.insert(.unknownPolicy("the trust of agency/\(agency)"))
                continue
            }
            let principal = actors[actor].address
            let caller = access.request(action, on: resource, as: principal, [:], at: moment).caller
            guard let caller, let trusting = trust.trusting(caller) else { continue }
            var first: [String: [String]] = [:]
            if case .yes(let witness) = own { first = witness.context }
            let second = contexts(trusting, action, as: principal, beside: first, &reasons)
            guard let second else { continue }
            // What either side asks for, and what both do.
            for context in [first, second, second.merging(first) { _, new in new }] {
                let request = access.request(action, on: resource, as: principal, context, at: moment)
                let answer = Question(
                    identity: policies(of: actor).set, trustPolicy: trust, request: request
                ).answer()
                if answer.verdict == .allowed {
                    return .yes(
                        NeedWitness(action: action, resource: resource, context: context, agency: agency))
                }
                reasons.formUnion(answer.reasons)
            }
            // Where the trust names somebody else, or its own documents deny it, no context helps.
            if case .yes = own {
                reasons.insert(.tooManyCases("conditions on assuming agency/\(agency)"))
            }
        }
        return reasons.isEmpty ? .no : .open(reasons)
    }

    /// A context in which a trust lets its caller in, with these values where that can be; `nil` for none at all.
    private func contexts(
        _ trusting: PolicySet, _ action: String, as principal: Address, beside given: [String: [String]],
        _ reasons: inout Set<OpenReason>
    ) -> [String: [String]]? {
        let own = access.ownValues(of: principal, at: moment)
        var fixed = own
        for (key, values) in given where values.count == 1 { fixed[key.lowercased()] = values[0] }
        var found: Set<OpenReason> = []
        for values in [fixed, own] {
            let answer = gained(
                old: access.dialect.allowingAllBut([action], on: []), new: trusting,
                bounds: RequestBounds(
                    fixed: values, time: .init(key: access.dialect.currentTimeKey, first: moment)))
            if let witness = answer.witness {
                let spelling = trusting.keyNames
                let kept = witness.context.filter { own[$0.key.lowercased()] == nil }
                return Dictionary(
                    kept.map { (spelling[$0.key.lowercased()] ?? $0.key, $0.value) },
                    uniquingKeysWith: { first, _ in first }
                ).merging(given) { new, _ in new }
            }
            found.formUnion(answer.unknown)
        }
        reasons.formUnion(found)
        return found.isEmpty ? nil : given
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

extension PolicySet {
    /// What the documents of a trust say about one caller; `nil` where no statement lets it in.
    fileprivate func trusting(_ caller: Caller) -> PolicySet? {
        let readings = readings.map { reading in
            var reading = reading
            reading.statements = reading.statements.filter { $0.principals?.matches(caller) ?? true }
            for index in reading.statements.indices { reading.statements[index].principals = nil }
            return reading
        }
        let isLet = readings.contains { reading in
            reading.unreadableCount > 0 || reading.statements.contains { $0.effect == .allow }
        }
        return isLet ? PolicySet(readings) : nil
    }
}
