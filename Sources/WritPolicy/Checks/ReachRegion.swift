import WritDiagnostics
import WritModel

extension InvariantRun {
    /// Whether a principal by itself can do something of a region, and a request that shows it.
    mutating func reach(of principal: Address, _ region: AccessRegion) -> Reach {
        let grants = access.grantClass(of: principal)
        let policies = effective[grants] ?? access.effectivePolicies(of: grants)
        effective[grants] = policies
        let own = PrincipalContext(principal, account: access.account, dialect: access.dialect, at: moment)
        let time = access.dialect.currentTimeKey
        var fixed: [String: String] = [:]
        for (key, values) in own.context where key != time && key != "aws:EpochTime" {
            fixed[key] = values.first
        }
        for (key, value) in invariant.context { fixed[key] = value }
        let names = Set(fixed.keys.map { $0.lowercased() })
        let key = ReachKey(
            grants: grants, principal: policies.set.asksFor(names) ? principal : nil, region: region)
        if let known = reach[key] { return known }
        let answer = gained(
            old: access.dialect.allowingAllBut(region.actions, on: region.resources), new: policies.set,
            bounds: RequestBounds(fixed: fixed, time: .init(key: time, first: moment)))
        let result: Reach
        if let witness = answer.witness {
            result = .request(witness)
        } else {
            let unknown = policies.unknown.map { OpenReason.unknownPolicy($0.policy.description) }
            let reasons = Set(answer.unknown + unknown).sorted()
            result = reasons.isEmpty ? .never : .unknown(reasons)
        }
        reach[key] = result
        return result
    }

    /// The answer to a request that was found.
    func evidence(_ request: Request, _ principal: Address, via: [String]) -> CheckEvidence {
        // What follows from the principal is its own: the request was found for all of its class.
        let actor = via.last.map { Address(.agency, $0) } ?? principal
        let own = PrincipalContext(actor, account: access.account, dialect: access.dialect, at: moment)
        var context = Dictionary(
            uniqueKeysWithValues: invariant.context.map { ($0.key, [$0.value]) })
        let said = Set(own.context.keys.map { $0.lowercased() })
            .subtracting([access.dialect.currentTimeKey.lowercased()])
            .union(context.keys.map { $0.lowercased() })
        let spelling = effective[access.grantClass(of: actor)]?.set.keyNames ?? [:]
        for (key, values) in request.context where !said.contains(key) {
            context[spelling[key] ?? key] = values
        }
        let question = AccessQuestion(
            principal, via: via, action: request.action, resource: request.resource, context: context,
            at: moment)
        return CheckEvidence(question: question, answer: access.decide(question))
    }

    /// Nothing where any resource would do.
    func on(_ request: Request) -> String { on(request.resource) }

    /// Nothing where any resource would do.
    func on(_ resource: String) -> String {
        let isAny = resource.allSatisfy { $0 == ":" || $0 == "◊" }
        return isAny ? "" : " on `\(resource)`"
    }
}

extension PolicySet {
    /// How the authors write each key of a condition.
    var keyNames: [String: String] {
        Dictionary(
            statements.flatMap { $0.conditions.map { ($0.key, $0.keyName) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a statement looks at one of these keys, in lower case.
    fileprivate func asksFor(_ keys: Set<String>) -> Bool {
        statements.contains { statement in
            statement.conditions.contains { condition in
                keys.contains(condition.key)
                    || condition.values.contains { value in
                        guard case .pattern(let pattern) = value else { return false }
                        return pattern.keys.contains(where: keys.contains)
                    }
            }
                || ((statement.resources.included ?? []) + statement.resources.excluded).contains { pattern in
                    pattern.segments?.contains { $0.keys.contains(where: keys.contains) } ?? false
                }
        }
    }
}
