import WritModel

/// Who asks: what a principal element is compared with.
package struct Caller: Hashable, Sendable {
    /// The sort in the dialect's own word, such as `AWS`, `IAM`, `Service` or `Federated`.
    package var sort: String
    /// The caller's own name or URN, or a service's name.
    package var name: String
    /// The account it belongs to; `nil` for services and the unknown.
    package var account: String?

    /// The caller of that sort and name.
    package init(sort: String, name: String, account: String? = nil) {
        self.sort = sort
        self.name = name
        self.account = account
    }
}

/// One question to a set of policies.
package struct Request: Hashable, Sendable {
    /// Such as `iam:users:createUser`.
    package var action: String
    /// The URN; empty where the action is on none.
    package var resource: String
    /// The values of each key; a key that is missing or has none is absent. Names in any case.
    package var context: [String: [String]]
    /// Who asks, where a document names principals.
    package var caller: Caller?

    /// A request; without a context every key is absent.
    package init(
        action: String, resource: String = "", context: [String: [String]] = [:], caller: Caller? = nil
    ) {
        self.action = action
        self.resource = resource
        self.context = context
        self.caller = caller
    }
}

/// The answer to a request.
package enum Verdict: String, CaseIterable, Sendable {
    case allowed, explicitDeny, implicitDeny
    /// The vendor leaves open what decides, or something that decides is not known.
    case uncertain

    /// Whether the request is refused, by a Deny or for want of an Allow.
    package var isRefusal: Bool { self == .implicitDeny || self == .explicitDeny }
}
