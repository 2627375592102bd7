internal import WritModel
package import WritPolicy

/// What the texts of a statement are like, element by element: one look at them that all rules share.
package struct StatementFacts {
    private var byElement = SIMD16<UInt16>()
    /// Of members that are no elements.
    private var unknown: TextFacts = []

    /// The facts of a statement's members. Those of several of one name count together.
    init(_ members: [JSONValue.Member]) {
        for member in members {
            let facts = TextFacts(member.value)
            if let element = StatementElement(named: member.name) {
                byElement[element.index] |= facts.rawValue
            } else {
                unknown.formUnion(facts)
            }
        }
    }

    /// The facts of an element; none where it is not written.
    package subscript(_ element: StatementElement) -> TextFacts {
        TextFacts(rawValue: byElement[element.index])
    }

    /// The facts of `Action` and `NotAction`.
    package var actions: TextFacts { self[.action].union(self[.notAction]) }

    /// The facts of `Resource` and `NotResource`.
    package var resources: TextFacts { self[.resource].union(self[.notResource]) }

    /// The facts of `Principal` and `NotPrincipal`.
    package var principals: TextFacts { self[.principal].union(self[.notPrincipal]) }

    /// The facts of everything but `Condition`.
    package var outsideCondition: TextFacts {
        actions.union(resources).union(principals).union(self[.sid]).union(self[.effect]).union(unknown)
    }

    /// The facts of everything.
    package var all: TextFacts { outsideCondition.union(self[.condition]) }
}
