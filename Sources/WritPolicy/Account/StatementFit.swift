import WritModel

/// How a statement stands to a request, element by element: what the nearest miss is found by.
package struct StatementFit: Hashable, Sendable {
    /// Its place in ``PolicySet/statements``.
    package var statement: Int
    /// Whether its action element matches.
    package var action: Truth
    /// Whether its resource element matches.
    package var resource: Truth
    /// Whether its principal element matches.
    package var principal: Truth
    /// The conditions that do not hold, by their place, each with whether the request says the key at all.
    package var unmet: [UnmetCondition]

    /// Whether all but what is unmet because the request does not say it matches.
    package var isMatch: Bool { failures == 0 }

    /// How many elements do not match.
    package var failures: Int {
        [action, resource, principal].count { $0 == .no } + unmet.count
    }
}

/// A condition that does not hold for a request.
package struct UnmetCondition: Hashable, Sendable {
    /// The condition.
    package var condition: Condition
    /// What the request says about its key; empty where it says nothing.
    package var given: [String]
    /// False, or open where the vendor does not say.
    package var truth: Truth
}

extension PolicySet {
    /// How a statement stands to a request.
    package func fit(_ id: Int, _ request: Request) -> StatementFit {
        fit(id, RequestValues(request, dialect: dialect, flat: options.flat))
    }

    private func fit(_ id: Int, _ values: RequestValues) -> StatementFit {
        let statement = statements[id]
        var reasons: Set<OpenReason> = []
        var fit = StatementFit(
            statement: id, action: statement.actionTruth(values, &reasons),
            resource: statement.resourceTruth(values, &reasons), principal: .yes, unmet: [])
        if let principals = statement.principals, let caller = values.caller {
            fit.principal = Truth(principals.matches(caller))
        }
        for condition in statement.conditions {
            let truth = condition.truth(values, &reasons)
            if truth != .yes {
                fit.unmet.append(
                    UnmetCondition(
                        condition: condition, given: values.values(of: condition.key), truth: truth))
            }
        }
        return fit
    }

    /// The statements that are about the action of a request, each with how it stands to the rest of it.
    package func fits(_ request: Request) -> [StatementFit] {
        let values = RequestValues(request, dialect: dialect, flat: options.flat)
        return candidates(values.action).map { fit($0, values) }.filter { $0.action != .no }
    }

    /// The statements that come nearest to an action that none is about: those of its service, if there are any.
    package func neighbours(_ request: Request) -> [StatementFit] {
        let values = RequestValues(request, dialect: dialect, flat: options.flat)
        let service = values.action.prefix { $0 != UInt8(ascii: ":") } + [UInt8(ascii: ":")]
        return statements.indices.filter { id in
            statements[id].actions.included?.contains { $0.glob.bytes.starts(with: service) } ?? false
        }.map { fit($0, values) }.filter { $0.action == .no }
    }
}
