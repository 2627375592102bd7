package import WritModel

/// Whether somebody may do something.
package struct AccessQuestion: Hashable, Sendable {
    /// A user or an agency; a group stands for somebody who is in it and in no other.
    package var principal: Address
    /// The agencies that it assumes one after the other before it acts.
    package var via: [String]
    /// Such as `iam:users:createUser`.
    package var action: String
    /// The URN; empty where the action is on none.
    package var resource: String
    /// What else the request says, by key; goes before what follows from the principal.
    package var context: [String: [String]]
    /// When.
    package var moment: Instant

    /// A question, with an action on no resource and nothing in its context unless told otherwise.
    package init(
        _ principal: Address, via: [String] = [], action: String, resource: String = "",
        context: [String: [String]] = [:], at moment: Instant
    ) {
        self.principal = principal
        self.via = via
        self.action = action
        self.resource = resource
        self.context = context
        self.moment = moment
    }
}

/// The document that a statement of an answer stands in.
package enum AccessDocument: Hashable, Sendable {
    /// An attached policy, and how it reaches the one who asks: every way there is.
    case policy(GrantTerms, routes: [Grant])
    /// The trust of an agency.
    case trust(String)
}

/// A statement that decides, or all but decides.
package struct AccessGround: Hashable, Sendable {
    /// What it says.
    package var statement: Statement
    /// Where it stands.
    package var document: AccessDocument

    /// A statement of a document.
    package init(statement: Statement, document: AccessDocument) {
        self.statement = statement
        self.document = document
    }
}

/// A statement that would have matched but for some of its elements.
package struct NearMiss: Hashable, Sendable {
    /// The statement.
    package var ground: AccessGround
    /// Which elements do not match.
    package var fit: StatementFit
}

/// One request on the way to an answer: a switch to an agency, or the action itself.
package struct AccessStep: Hashable, Sendable {
    /// Who makes the request.
    package var principal: Address
    /// The agency that it is to lead into; `nil` for the action itself.
    package var agency: String?
    /// What is asked.
    package var request: Request
    /// The answer.
    package var verdict: Verdict
    /// The statements that decide.
    package var grounds: [AccessGround]
    /// Why it is uncertain, in order.
    package var reasons: [OpenReason]
    /// The sides that would have had to allow and do not.
    package var missing: [Answer.Part]
    /// What came nearest to allowing it, nearest first; nothing where it is allowed.
    package var misses: [NearMiss]
    /// The Denies that do not match only because of what the request does not say.
    package var reservations: [NearMiss]
}

/// Something about an answer that is worth knowing.
package enum AccessNote: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The user is disabled.
    case disabled(String)
    /// The identity provider is disabled.
    case closed(String)
    /// Who comes through the identity provider may get less than is told.
    case federated(String)
    /// What else an identity provider's people get is not in the commit.
    case partialMappings(String)
    /// A role of Huawei needs another that is not attached beside it.
    case missingDependency(role: String, dependency: String)
    /// What else these hold is not in the commit.
    case partial([Address])
    /// The policies do not say anything because there are none.
    case holdsNothing(Address)
    /// Nobody knows whom the agency trusts.
    case unknownTrust(String)

    package var description: String {
        switch self {
        case .disabled(let user): "user/\(user) is disabled, so that nothing it holds counts"
        case .closed(let provider):
            "identity-provider/\(provider) is disabled, so that nobody comes through it"
        case .federated(let provider):
            "this is the most that somebody who comes through identity-provider/\(provider) can get: every mapping "
                + "counts, whoever it is for"
        case .partialMappings(let provider):
            "the manifests do not state all `mappings` of identity-provider/\(provider): the store may have more"
        case .missingDependency(let role, let dependency):
            "the role \(role) needs \(dependency) beside it, which is not attached there: the vendor may not let it work"
        case .partial(let addresses):
            "the manifests do not state all `policies` of \(addresses.map(\.description).joined(separator: ", ")): "
                + "the store may have more"
        case .holdsNothing(let address): "\(address) holds no policy"
        case .unknownTrust(let agency): "whom agency/\(agency) trusts is not known"
        }
    }

    package static func < (a: AccessNote, b: AccessNote) -> Bool { a.description < b.description }
}

/// An answer with its proof.
package struct AccessAnswer: Hashable, Sendable {
    /// Of the last step that was asked.
    package var verdict: Verdict
    /// Every step up to the first that is not allowed.
    package var steps: [AccessStep]
    /// In order.
    package var notes: [AccessNote]

    /// Why it is uncertain.
    package var reasons: [OpenReason] { steps.last?.reasons ?? [] }
}
