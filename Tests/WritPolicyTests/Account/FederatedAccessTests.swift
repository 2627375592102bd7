import Testing
import WritModel
import WritPolicy

@Suite("access through identity providers")
struct FederatedAccessTests {
    private static func mapping(_ name: String, _ groups: String...) -> FederationMapping {
        FederationMapping(
            name, when: [FederationCondition("groups", .anyOf(["x"]))], groups: groups.map { Reference($0) })
    }

    private func company(
        _ mappings: [FederationMapping] = [mapping("engineers", "dev"), mapping("admins", "admins")],
        enabled: Bool = true, asUser: Bool = false
    ) -> SmallAccount {
        var account = SmallAccount()
        account.attach("group/admins", "all", allow("*"))
        account.attach("group/dev", "read", allow("obs:*:get*"))
        account.join("root", "admins")
        var provider = FederatedAccess()
        provider.isEnabled = enabled
        provider.signsInAsUser = asUser
        provider.mappings = mappings
        account.facts.providers["corporate"] = provider
        return account
    }

    @Test("whoever comes through may do what any group of any mapping may")
    func upperBound() throws {
        let answer = company().decide("identity-provider/corporate", "iam:users:createUser")
        #expect(answer.verdict == .allowed)
        #expect(answer.notes == [.federated("corporate")])
        guard case .policy(_, let routes)? = answer.steps.first?.grounds.first?.document else {
            Issue.record("not a policy")
            return
        }
        #expect(routes.map(\.isFederated) == [true])
        #expect(routes.map(\.membership) == [Membership(user: "corporate", group: "admins")])
        let less = company([Self.mapping("engineers", "dev")])
        #expect(less.decide("identity-provider/corporate", "iam:users:createUser").verdict == .implicitDeny)
        #expect(less.decide("identity-provider/corporate", "obs:object:getObject").verdict == .allowed)
    }

    @Test("a disabled provider lets nobody in, and is told why")
    func disabled() {
        let answer = company(enabled: false).decide("identity-provider/corporate", "obs:object:getObject")
        #expect(answer.verdict == .implicitDeny)
        #expect(answer.notes == [.closed("corporate")])
    }

    @Test("people who sign in as users have the access of those, and the provider none")
    func users() {
        let account = company(asUser: true)
        #expect(
            account.decide("identity-provider/corporate", "obs:object:getObject").verdict == .implicitDeny)
        #expect(!account.access.principals.contains(Address(.identityProvider, "corporate")))
    }

    @Test("who can names the provider")
    func holders() {
        let holders = company().access.holders(of: "obs:object:getObject", on: nil, at: SmallAccount.now)
        #expect(
            holders.map(\.principal) == [Address(.user, "root"), Address(.identityProvider, "corporate")])
    }

    @Test("federated users are no effective administrators")
    func administrators() {
        #expect(company().access.administrators(at: SmallAccount.now) == ["root"])
    }

    @Test("a mapping that is added is access that people gain")
    func comparison() throws {
        let before = company([Self.mapping("engineers", "dev")])
        let found = compareAccounts(
            old: before.access, new: company().access, renames: [:], at: SmallAccount.now)
        let gained = found.changes.filter { $0.direction == .gained && !$0.isLatent }
        #expect(gained.map(\.principals) == [[Address(.identityProvider, "corporate")]])
        #expect(gained.map(\.groups) == [["admins"]])
        let closed = compareAccounts(
            old: company().access, new: company(enabled: false).access, renames: [:], at: SmallAccount.now)
        #expect(closed.changes.contains { $0.direction == .lost && !$0.isLatent })
    }

    @Test("manifests say it too: modes, other fields, groups that are renamed")
    func desired() {
        func provider(_ value: DesiredValue?) -> DesiredState {
            var object = DesiredObject(Address(.identityProvider, "corporate"))
            object.fields[.mappings] = value
            return DesiredState([
                object, DesiredObject(Address(.group, "developers"), formerly: ["dev"]),
                DesiredObject(Address(.group, "admins")),
            ])
        }
        let admins = [Item.mapping(Self.mapping("admins", "admins"))]
        var live = ObservedState(account: "acme")
        func add(_ address: Address, _ fields: FieldMap<Value>) {
            live.objects[address] = ObservedObject(address, id: "1", version: Version("1"), fields: fields)
        }
        add(Address(.group, "dev"), [:])
        add(
            Address(.identityProvider, "corporate"),
            [.mappings: .list(of: [.mapping(Self.mapping("engineers", "dev"))])])
        func groups(_ value: DesiredValue?, live: ObservedState? = nil) -> [String]? {
            AccountFacts(provider(value), live: live, dialect: .huawei).providers["corporate"]?.groups
        }
        #expect(groups(nil, live: live) == ["developers"])
        #expect(groups(.list(DesiredList(.atLeast, admins)), live: live) == ["admins", "developers"])
        #expect(groups(.list(DesiredList(.exactly, admins)), live: live) == ["admins"])
        let corporate = Address(.identityProvider, "corporate")
        let alone = AccountFacts(provider(.list(DesiredList(.atLeast, admins))), dialect: .huawei)
        #expect(alone.partial[corporate] == [.groups])
        let whole = AccountFacts(provider(.list(DesiredList(.exactly, admins))), dialect: .huawei)
        #expect(whole.partial[corporate] == nil)
    }
}
