/// A way in which permissions give more permissions, as data.
package struct EscalationMethod: Hashable, Sendable {
    /// Stable, in lower case with hyphens, unlike that of any other method of the dialect.
    package var id: String
    /// What somebody does who goes this way: `resets the password of`, ending where the target's name follows.
    package var title: String
    /// All of these must be allowed.
    package var needs: [EscalationNeed]
    /// Whose access is reached.
    package var target: EscalationTarget
    /// Whether the end is any access at all; else it is what the target holds.
    package var isBoundless: Bool
    /// How bad it is to find it.
    package var severity: EscalationSeverity
    /// What else has to be so that no identity and access management shows; empty for nothing.
    package var proviso: String

    /// A way to any access at all.
    static func raising(
        _ id: String, _ title: String, _ needs: EscalationNeed..., through target: EscalationTarget = .nobody,
        severity: EscalationSeverity = .critical, proviso: String = ""
    ) -> EscalationMethod {
        EscalationMethod(
            id: id, title: title, needs: needs, target: target, isBoundless: true, severity: severity,
            proviso: proviso)
    }

    /// A way to what somebody else holds.
    static func becoming(
        _ id: String, _ title: String, _ target: EscalationTarget, _ needs: EscalationNeed...,
        severity: EscalationSeverity = .critical, proviso: String = ""
    ) -> EscalationMethod {
        EscalationMethod(
            id: id, title: title, needs: needs, target: target, isBoundless: false, severity: severity,
            proviso: proviso)
    }
}

/// How bad a way is.
package enum EscalationSeverity: String, CaseIterable, Comparable, Sendable {
    /// It needs something that is not known to exist, or ends short of the whole account.
    case high
    case critical

    package static func < (a: Self, b: Self) -> Bool { a == .high && b == .critical }
}

/// Whose access a method reaches.
package enum EscalationTarget: Hashable, Sendable {
    case nobody
    /// Another user that is enabled.
    case user
    /// A group that the one who acts is not in.
    case group
    case agency(AgencyEntry)
}

/// How somebody comes into an agency.
package enum AgencyEntry: Hashable, Sendable {
    /// It assumes it: its own permission and the agency's trust are needed, as ``AccountAccess`` decides it.
    case assumed
    /// It changes whom the agency trusts.
    case rewritten
    /// It runs something under it: the agency has to trust a service whose name has one of these words.
    case carried([String])
}

/// One permission that a method needs.
package struct EscalationNeed: Hashable, Sendable {
    /// One of these has to be allowed.
    package var oneOf: [EscalationAction]
    /// What it is about.
    package var subject: EscalationSubject
    /// What the request says besides.
    package var binding: EscalationBinding

    /// One of these actions on that.
    init(_ oneOf: EscalationAction..., on subject: EscalationSubject, _ binding: EscalationBinding = .none) {
        self.oneOf = oneOf
        self.subject = subject
        self.binding = binding
    }
}

/// An action, with whether its name is known for sure.
package struct EscalationAction: Hashable, Sendable, ExpressibleByStringLiteral {
    /// As the vendor writes it.
    package var name: String
    /// Whether the vendor's own pages or programs name it so.
    package var isConfirmed: Bool

    /// A name; a `†` at its end says that it is not confirmed.
    package init(stringLiteral text: String) {
        isConfirmed = !text.hasSuffix("†")
        name = isConfirmed ? text : String(text.dropLast())
    }
}

/// What the request of a need is on.
package enum EscalationSubject: Hashable, Sendable {
    /// The user who acts.
    case actor
    /// A group that it is in.
    case ownGroup
    /// A policy of the account that reaches it.
    case ownPolicy
    /// The target.
    case target
    /// A policy of the account that is attached to the target.
    case targetPolicy
    /// The target again: the step into the agency itself, which is asked with its trust.
    case entry
    /// A user or an agency that is made for it.
    case newUser, newAgency
    /// Anything at all.
    case anything
}

/// What else the request of a need says.
package enum EscalationBinding: Hashable, Sendable {
    case none
    /// That the policy it attaches is one that makes an administrator.
    case administratorPolicy
    /// That the service it hands the agency to is the one that the agency trusts.
    case service
}
