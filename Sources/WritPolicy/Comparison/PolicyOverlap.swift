/// Two policies of which one could be left out, proved.
package struct PolicyOverlap: Hashable, Sendable {
    /// The one that could be left out; of equal ones the later.
    package var inner: Int
    /// The one beside which it adds nothing.
    package var outer: Int
    /// Whether both mean the same.
    package var isEqual: Bool

    /// An overlap of the policies at these places.
    package init(inner: Int, outer: Int, isEqual: Bool) {
        self.inner = inner
        self.outer = outer
        self.isEqual = isEqual
    }
}

/// The policies that add nothing beside another one: all that they allow it allows, and all that they deny it denies.
///
/// Nothing is said of policies about which it cannot be told. Of several that hold a policy the first is named, equal ones before.
/// Cost: comparisons for the pairs that look alike, where each service and some actions of the one are in the other.
package func overlappingPolicies(_ policies: [PolicySet]) -> [PolicyOverlap] {
    let outlines = policies.map(PolicyOutline.init)
    var result: [PolicyOverlap] = []
    for inner in policies.indices {
        var first: PolicyOverlap?
        for outer in policies.indices where outer != inner {
            guard outlines[outer].mayHold(outlines[inner]), holds(policies[outer], policies[inner]) else {
                continue
            }
            let isEqual = outlines[inner].mayHold(outlines[outer]) && holds(policies[inner], policies[outer])
            // Of equal ones the first stays.
            if isEqual, inner < outer { continue }
            if isEqual || first == nil { first = PolicyOverlap(inner: inner, outer: outer, isEqual: isEqual) }
            if isEqual { break }
        }
        if let first { result.append(first) }
    }
    return result
}

/// Whether a policy adds nothing beside another one.
private func holds(_ outer: PolicySet, _ inner: PolicySet) -> Bool {
    gained(old: outer, new: inner).verdict == false
        && gained(old: outer.denials, new: inner.denials).verdict == false
}

/// What tells quickly that a policy cannot hold another one.
private struct PolicyOutline {
    /// The set itself.
    private let policy: PolicySet
    private let index: ActionIndex
    /// Actions that are surely allowed by some request; none where a Deny may take them away.
    private let actions: [[UInt8]]
    /// Whether nothing is said.
    private let isEmpty: Bool

    init(_ policy: PolicySet) {
        self.policy = policy
        index = ActionIndex(policy.statements)
        isEmpty = policy.statements.isEmpty
        let hasDeny = policy.statements.contains { $0.effect == .deny }
        let patterns = policy.statements.flatMap { statement in
            statement.conditions.isEmpty && statement.resources.excluded.isEmpty
                && (statement.resources.included?.contains { $0.segments != nil } ?? true)
                ? statement.actions.included ?? [] : []
        }
        actions = hasDeny ? [] : patterns.filter(\.glob.isLiteral).map(\.glob.bytes)
    }

    func mayHold(_ other: PolicyOutline) -> Bool {
        if isEmpty || other.isEmpty || policy.dialect != other.policy.dialect { return false }
        return other.actions.allSatisfy { action in
            index.candidates(action).contains { id in
                let statement = policy.statements[id]
                return statement.effect == .allow
                    && statement.actions.included?.contains { $0.glob.matches(action) } ?? true
            }
        }
    }
}
