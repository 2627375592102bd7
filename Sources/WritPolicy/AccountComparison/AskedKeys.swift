import WritModel

/// Which documents ask for the name of the one who makes a request: principals that hold none of them are compared together.
struct AskedKeys {
    private let old: AccountAccess
    private let new: AccountAccess
    private let moment: Instant
    private var names: [Kind: Set<String>] = [:]
    private var known: [Question: Bool] = [:]

    private struct Question: Hashable {
        var policy: PolicyReference
        var kind: Kind
    }

    init(old: AccountAccess, new: AccountAccess, moment: Instant) {
        self.old = old
        self.new = new
        self.moment = moment
    }

    /// The keys that follow from the principal's name, where a document of the classes asks for one of them.
    mutating func fixedValues(
        _ oldClass: GrantClass, _ newClass: GrantClass, _ principal: Address
    ) -> [String: String] {
        for terms in oldClass.terms where asks(terms.policy, principal) {
            return new.ownValues(of: principal, at: moment)
        }
        for terms in newClass.terms where asks(terms.policy, principal) {
            return new.ownValues(of: principal, at: moment)
        }
        return [:]
    }

    /// Whether the policy asks on either side for a key that follows from the name of a principal of that kind.
    private mutating func asks(_ policy: PolicyReference, _ principal: Address) -> Bool {
        let question = Question(policy: policy, kind: principal.kind)
        if let answer = known[question] { return answer }
        let own = names[principal.kind] ?? Set(new.ownValues(of: principal, at: moment).keys)
        names[principal.kind] = own
        let answer = [old, new].contains { side in
            guard let reading = side.policies[policy] else { return false }
            return !reading.keys.isDisjoint(with: own)
        }
        known[question] = answer
        return answer
    }
}

extension PolicyReading {
    /// The keys, in lower case, that its statements ask for.
    var keys: Set<String> {
        var result: Set<String> = []
        for statement in statements {
            for condition in statement.conditions {
                result.insert(condition.key)
                for case .pattern(let pattern) in condition.values { result.formUnion(pattern.keys) }
            }
            for resource in (statement.resources.included ?? []) + statement.resources.excluded {
                for segment in resource.segments ?? [] { result.formUnion(segment.keys) }
            }
        }
        return result
    }
}
