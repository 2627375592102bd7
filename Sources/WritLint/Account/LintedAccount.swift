package import WritModel
package import WritPolicy

/// Everything that a target declares, as the rules see it.
///
/// What several rules ask for is worked out once, when the first one asks. Not `Sendable`: it stays on the thread of its run.
package final class LintedAccount {
    /// The target as `writ.yaml` describes it.
    package let target: Target
    /// The declared objects.
    package let state: DesiredState
    /// Where they are written.
    package let sources: SourceMap
    /// What is live, where it was observed: last use, keys, factors. Rules that need it are silent without it.
    package let observed: ObservedState?
    /// The moment that dates are judged at.
    package let asOf: Instant

    /// Reads nothing yet.
    package init(
        target: Target, state: DesiredState, sources: SourceMap, observed: ObservedState? = nil,
        asOf: Instant
    ) {
        self.target = target
        self.state = state
        self.sources = sources
        self.observed = observed
        self.asOf = asOf
    }

    /// The language of its documents.
    package var dialect: Dialect { target.dialect }

    /// The declared objects, in order.
    package private(set) lazy var objects = state.objects.values.sorted { $0.address < $1.address }

    /// The declared objects of a kind, in order.
    package func objects(_ kind: Kind) -> [DesiredObject] { objects.filter { $0.address.kind == kind } }

    /// Every document that the target declares, in the order of its objects.
    package private(set) lazy var policies = objects.flatMap { object -> [LintedPolicy] in
        [(Field.document, PolicyKind.identity), (.trustPolicy, .trust)].compactMap { field, kind in
            guard case .scalar(.document(let document))? = object.fields[field] else { return nil }
            return LintedPolicy(
                id: LintedPolicy.ID(.object(object.address, field)), dialect: dialect, kind: kind,
                json: document.json, object: object)
        }
    }

    /// The document of an object's field.
    package func policy(_ address: Address, _ field: Field = .document) -> LintedPolicy? {
        policiesByID[LintedPolicy.ID(.object(address, field))]
    }

    private lazy var policiesByID = Dictionary(
        policies.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// Who may do what, by what is declared alone.
    package private(set) lazy var access = AccountAccess(state, dialect: dialect, account: target.account)

    /// The users who are administrators by what they may do, not by a name.
    package private(set) lazy var administrators = access.administrators(at: asOf)

    /// Ways from what somebody has to what an administrator has.
    package private(set) lazy var escalations = EscalationSearch(access, at: asOf)

    /// Those ways, each with everybody who can go it.
    package private(set) lazy var escalationRows = escalations.rows()

    /// What changed since another declaration.
    package let comparisons = AccountComparisons()
}
