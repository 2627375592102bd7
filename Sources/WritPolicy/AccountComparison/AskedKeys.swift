import WritModel

/// Which documents ask for the name of the one who makes a request: those that do not are compared once for everybody.
struct AskedKeys {
    private let access: AccountAccess
    private let moment: Instant
    private var names: [Kind: Set<String>] = [:]
    private var known: [Question: Bool] = [:]

    private struct Question: Hashable {
        var document: Int
        var kind: Kind
    }

    /// - Parameter access: Of the new side, whose names count.
    init(_ access: AccountAccess, moment: Instant) {
        self.access = access
        self.moment = moment
    }

    /// The keys that follow from the principal's name, where one of the documents asks for one of them.
    mutating func fixedValues(
        _ numbers: [Int], _ documents: ComparedDocuments, _ principal: Address
    ) -> [String: String] {
        for number in numbers where asks(number, documents, principal) {
            return access.ownValues(of: principal, at: moment)
        }
        return [:]
    }

    /// Whether the document asks for a key that follows from the name of a principal of that kind.
    private mutating func asks(
        _ number: Int, _ documents: ComparedDocuments, _ principal: Address
    ) -> Bool {
        let question = Question(document: number, kind: principal.kind)
        if let answer = known[question] { return answer }
        let own = names[principal.kind] ?? Set(access.ownValues(of: principal, at: moment).keys)
        names[principal.kind] = own
        let answer = !documents.all[number].keys.isDisjoint(with: own)
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
