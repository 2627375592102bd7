package import WritDiagnostics

/// A kind of manifest that says what access has to be like. It declares no object: plans, inventories and imports know
/// nothing of it.
package enum CheckKind: String, CaseIterable, Comparable, Sendable {
    /// Questions with the answers they have to have.
    case accessTest = "access-test"
    /// A statement about everybody.
    case invariant

    /// The word in a manifest's `kind:`.
    package var manifestName: String {
        switch self {
        case .accessTest: "AccessTest"
        case .invariant: "Invariant"
        }
    }

    package static func < (a: CheckKind, b: CheckKind) -> Bool { a.rawValue < b.rawValue }
}

/// A check that a commit declares.
package struct AccessCheck: Hashable, Sendable {
    /// What it asks.
    package enum Content: Hashable, Sendable {
        /// Each on its own.
        case test([AccessExpectation])
        case invariant(Invariant)
    }

    /// The name, unique within its kind.
    package var name: String
    /// Where the name stands.
    package var span: SourceSpan
    /// What for.
    package var summary: String?
    /// What it asks.
    package var content: Content

    /// A check of that name.
    package init(name: String, span: SourceSpan, summary: String? = nil, content: Content) {
        self.name = name
        self.span = span
        self.summary = summary
        self.content = content
    }

    /// Its kind.
    package var kind: CheckKind {
        switch content {
        case .test: .accessTest
        case .invariant: .invariant
        }
    }

    /// `invariant/separate-payments`.
    package var id: String { "\(kind.rawValue)/\(name)" }
}

/// A principal that a check names, and where.
package struct CheckPrincipal: Hashable, Sendable {
    /// A user, a group or an agency.
    package var address: Address
    /// Where it stands.
    package var span: SourceSpan

    /// A principal named at a place.
    package init(_ address: Address, at span: SourceSpan) {
        self.address = address
        self.span = span
    }
}

/// What some principals can and cannot do.
package struct AccessExpectation: Hashable, Sendable {
    /// Each of them; a group stands for everybody in it.
    package var who: [CheckPrincipal]
    /// The agencies that are assumed first.
    package var via: [CheckPrincipal] = []
    /// Actions or patterns of them: all must be allowed.
    package var can: [String] = []
    /// Actions or patterns of them: none may be allowed.
    package var cannot: [String] = []
    /// Resources or patterns of them; none for an action that is on none.
    package var on: [String] = []
    /// What the request says, by key.
    package var context: [String: [String]] = [:]
    /// Where the request is made.
    package var scopes: [Scope] = []
    /// When; `nil` for the moment of the run.
    package var moment: Instant?
    /// Where it stands.
    package var span: SourceSpan

    /// An expectation of nothing yet.
    package init(who: [CheckPrincipal], at span: SourceSpan) {
        self.who = who
        self.span = span
    }
}

/// Actions on resources.
package struct AccessRegion: Hashable, Sendable {
    /// Actions or patterns of them.
    package var actions: [String]
    /// Resources or patterns of them; none for every resource.
    package var resources: [String]
    /// Where it stands.
    package var span: SourceSpan

    /// These actions on these resources.
    package init(_ actions: [String], on resources: [String] = [], at span: SourceSpan) {
        self.actions = actions
        self.resources = resources
        self.span = span
    }
}

/// A statement about everybody, whatever their requests say.
package struct Invariant: Hashable, Sendable {
    /// What must hold.
    package enum Rule: Hashable, Sendable {
        /// Nobody may do anything of it.
        case nobody(AccessRegion)
        /// Nobody may do something of each.
        case separate([AccessRegion])
    }

    /// What must hold.
    package var rule: Rule
    /// Whom it leaves out; a group stands for everybody in it.
    package var except: [CheckPrincipal]
    /// What every request says, by key.
    package var context: [String: String]
    /// From when on; `nil` for the moment of the run.
    package var moment: Instant?

    /// A rule without exceptions, unless told otherwise.
    package init(
        _ rule: Rule, except: [CheckPrincipal] = [], context: [String: String] = [:], moment: Instant? = nil
    ) {
        self.rule = rule
        self.except = except
        self.context = context
        self.moment = moment
    }
}
