import WritModel

/// What two sets of documents allow that the other does not.
package struct AccessComparison: Sendable {
    /// Allowed by the new one alone.
    package var gained: ComparisonAnswer
    /// Allowed by the old one alone.
    package var lost: ComparisonAnswer

    /// Whether both allow the same requests, proved.
    package var isEquivalent: Bool { gained.verdict == false && lost.verdict == false }
}

/// One direction of a comparison.
package struct ComparisonAnswer: Sendable {
    /// Whether there is such a request; `nil` where it cannot be told.
    package var verdict: Bool?
    /// Where in the allowing set access was found, each with a request that proves it.
    package var findings: [AccessFinding]
    /// Why it cannot be told, in order; also beside a verdict, for parts that remain open.
    package var unknown: [OpenReason]

    /// A request that proves the verdict true.
    package var witness: Request? { findings.first?.witness }
}

/// Access that one side has and the other has not.
package struct AccessFinding: Hashable, Sendable {
    /// The Allow that gives it, in ``PolicySet/statements`` of the allowing side.
    package var statement: Int
    /// Its action pattern as written; `nil` where the statement takes every action that is not excluded.
    package var action: ActionPattern?
    /// Its resource pattern as written; `nil` for every resource that is not excluded.
    package var resource: ResourcePattern?
    /// Allowed by one side and not by the other, as ``PolicySet/decide(_:)`` says.
    package var witness: Request
}

/// How far a comparison looks.
package enum ComparisonExtent: Sendable {
    /// Until the first request is found in each direction.
    case verdict
    /// Every pattern of every statement that gives access.
    case findings
}

/// Compares what two sets of documents of one dialect allow.
///
/// Exact on the grammar: a direction without a finding is a proof that there is no such request, unless ``ComparisonAnswer/unknown``
/// says what was left open. Every witness was decided by both sets. The method is described in <doc:Comparison>.
package func compare(
    old: PolicySet, new: PolicySet, extent: ComparisonExtent = .verdict,
    bounds: RequestBounds = RequestBounds()
) -> AccessComparison {
    AccessComparison(
        gained: gained(old: old, new: new, extent: extent, bounds: bounds),
        lost: gained(old: new, new: old, extent: extent, bounds: bounds))
}
