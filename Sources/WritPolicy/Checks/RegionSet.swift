package import WritModel

extension Dialect {
    /// The documents that allow all requests of a region and no others.
    ///
    /// - Parameter resources: none for every resource.
    package func allowing(_ actions: [String], on resources: [String]) -> PolicySet {
        set([
            [
                "Effect": "Allow", "Action": list(actions),
                "Resource": list(resources.isEmpty ? ["*"] : resources),
            ]
        ])
    }

    /// The documents that allow all requests but those of a region: what somebody may do beyond them is what it may do
    /// inside.
    package func allowingAllBut(_ actions: [String], on resources: [String]) -> PolicySet {
        var statements = [outside("NotAction", actions, beside: "Action", and: "Resource")]
        if !resources.isEmpty {
            statements.append(outside("NotResource", resources, beside: "Resource", and: "Action"))
        }
        return set(statements)
    }

    /// A pattern for the resource of an action that is on none.
    var noResource: String { String(repeating: ":", count: resourceSegments - 1) }

    /// Whether a text of an action or a resource stands for more than itself.
    func isPattern(_ text: String) -> Bool { text.contains("*") || self != .jd && text.contains("?") }

    private func outside(
        _ negated: String, _ texts: [String], beside twin: String, and other: String
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("Effect", "Allow"), .init(negated, list(texts)), .init(other, ["*"]),
        ]
        // Volcengine alone subtracts from the element beside it.
        if self == .volcengine { members.append(.init(twin, ["*"])) }
        return .object(members)
    }

    private func list(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    private func set(_ statements: [JSONValue]) -> PolicySet {
        PolicySet([readPolicy(.array(statements), dialect: self)])
    }
}

extension PolicySet {
    /// The same documents for requests of one context alone: conditions that hold are left out, and statements whose
    /// conditions do not. What follows from the action stays, as does what is open.
    func specialised(to request: Request) -> PolicySet {
        guard !readings.isEmpty else { return self }
        let values = RequestValues(
            Request(action: "", context: request.context, caller: request.caller), dialect: dialect,
            flat: options.flat)
        return PolicySet(
            readings.map { reading in
                var reading = reading
                reading.statements = reading.statements.compactMap { $0.specialised(to: values) }
                return reading
            })
    }
}

extension Statement {
    fileprivate func specialised(to values: RequestValues) -> Statement? {
        var result = self
        result.conditions = []
        for condition in conditions {
            let isDerived = values.dialect == .huawei && condition.key == serviceNameKey
            if isDerived, values.values(of: condition.key).isEmpty {
                result.conditions.append(condition)
                continue
            }
            var reasons: Set<OpenReason> = []
            switch condition.truth(values, &reasons) {
            case .yes: continue
            case .no: return nil
            case .open:
                var open = condition
                open.operator.isOpen = true
                result.conditions.append(open)
            }
        }
        // A variable without a value makes a pattern that matches nothing.
        func settled(_ pattern: ResourcePattern) -> ResourcePattern {
            let keys = pattern.segments?.flatMap(\.keys) ?? []
            guard keys.contains(where: { values.values(of: $0).isEmpty }),
                pattern.segments?.contains(where: { $0.resolved(values.single) == nil }) ?? false
            else { return pattern }
            var pattern = pattern
            pattern.segments = nil
            return pattern
        }
        result.resources.included = result.resources.included?.map(settled)
        result.resources.excluded = result.resources.excluded.map(settled)
        return result
    }
}
