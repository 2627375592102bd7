import WritDiagnostics
import WritModel
import WritPolicy

/// An account put together in a test.
struct SmallAccount {
    var dialect = Dialect.huawei
    var facts = AccountFacts()

    static let now = Instant(epochSeconds: 1_795_348_800)

    init(_ dialect: Dialect = .huawei) {
        self.dialect = dialect
    }

    /// Attaches a policy of one statement, made where it is new.
    mutating func attach(
        _ principal: String, _ policy: String, _ statement: JSONValue? = nil, scope: Scope = .account,
        until expires: String? = nil
    ) {
        let address = WritPolicyTests.address(principal)
        let key = AttachmentKey(principal: address, policy: .custom(policy), scope: scope)
        facts.attachments[key] = .some(expires.flatMap(Expiry.init(parsing:)))
        if let statement { facts.documents[.custom(policy)] = PolicyDocument(["Statement": [statement]]) }
        switch address.kind {
        case .user: facts.users[address.name] = facts.users[address.name] ?? true
        case .group: facts.groups.insert(address.name)
        case .agency: facts.agencies[address.name] = facts.agencies[address.name] ?? .unknown
        case .policy, .passwordPolicy, .securitySettings, .project, .identityProvider: break
        }
    }

    mutating func join(_ user: String, _ group: String) {
        facts.users[user] = facts.users[user] ?? true
        facts.groups.insert(group)
        facts.memberships.insert(Membership(user: user, group: group))
    }

    var access: AccountAccess { AccountAccess(facts, dialect: dialect, account: "acme") }

    func decide(
        _ principal: String, _ action: String, on resource: String = "", via: [String] = [],
        with context: [String: [String]] = [:], at moment: Instant = SmallAccount.now
    ) -> AccessAnswer {
        access.decide(
            AccessQuestion(
                address(principal), via: via, action: action, resource: resource, context: context,
                at: moment))
    }
}

func allow(_ actions: String..., on resources: [String]? = nil, condition: JSONValue? = nil) -> JSONValue {
    statement("Allow", actions, resources, condition)
}

func deny(_ actions: String..., on resources: [String]? = nil, condition: JSONValue? = nil) -> JSONValue {
    statement("Deny", actions, resources, condition)
}

private func statement(
    _ effect: JSONValue, _ actions: [String], _ resources: [String]?, _ condition: JSONValue?
) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("Effect", effect), .init("Action", .array(actions.map(JSONValue.string))),
    ]
    if let resources { members.append(.init("Resource", .array(resources.map(JSONValue.string)))) }
    if let condition { members.append(.init("Condition", condition)) }
    return .object(members)
}

/// The address that a text is.
func address(_ text: String) -> Address {
    guard let address = Address(parsing: text) else { preconditionFailure("`\(text)` is no address") }
    return address
}
