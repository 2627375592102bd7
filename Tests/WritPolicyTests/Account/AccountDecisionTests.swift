import Testing
import WritModel
import WritPolicy

@Suite("decisions in an account")
struct AccountDecisionTests {
    @Test("through a group the answer names statement, attachment and membership")
    func proof() throws {
        var account = SmallAccount()
        account.attach("group/payments", "ledger", allow("obs:object:GetObject"))
        account.join("alice", "payments")
        let answer = account.decide("user/alice", "obs:object:GetObject")
        #expect(answer.verdict == .allowed)
        let ground = try #require(answer.steps.first?.grounds.first)
        #expect(ground.statement.path.description == "Statement[0]")
        guard case .policy(let terms, let routes) = ground.document else {
            Issue.record("not a policy")
            return
        }
        #expect(terms == GrantTerms(policy: .custom("ledger")))
        #expect(routes.map(\.attachment.principal) == [Address(.group, "payments")])
        #expect(routes.map(\.membership) == [Membership(user: "alice", group: "payments")])
    }

    @Test("a Deny through one group goes before an Allow through another")
    func denial() {
        var account = SmallAccount()
        account.attach("group/a", "all", allow("*"))
        account.attach("group/b", "no-delete", deny("*:*:delete*"))
        account.join("alice", "a")
        account.join("alice", "b")
        account.join("bob", "a")
        #expect(account.decide("user/alice", "ecs:servers:delete").verdict == .explicitDeny)
        #expect(account.decide("user/bob", "ecs:servers:delete").verdict == .allowed)
        #expect(account.decide("group/a", "ecs:servers:delete").verdict == .allowed)
    }

    @Test("a disabled user can do nothing, and is told why")
    func disabled() {
        var account = SmallAccount()
        account.attach("user/alice", "all", allow("*"))
        account.facts.users["alice"] = false
        let answer = account.decide("user/alice", "ecs:servers:delete")
        #expect(answer.verdict == .implicitDeny)
        #expect(answer.notes == [.disabled("alice")])
    }

    struct ScopeRow: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var scope: Scope
        var context: [String: [String]]
        var verdict: Verdict
    }

    @Test(
        "a scope is a condition",
        arguments: [
            ScopeRow(testDescription: "account", scope: .account, context: [:], verdict: .allowed),
            ScopeRow(
                testDescription: "the project", scope: .project("p"), context: ["writ:Project": ["p"]],
                verdict: .allowed),
            ScopeRow(
                testDescription: "another project", scope: .project("p"), context: ["writ:Project": ["q"]],
                verdict: .implicitDeny),
            ScopeRow(
                testDescription: "no project said", scope: .project("p"), context: [:], verdict: .implicitDeny
            ),
            ScopeRow(
                testDescription: "any project", scope: .allProjects, context: ["writ:project": ["q"]],
                verdict: .allowed),
            ScopeRow(
                testDescription: "any project, none said", scope: .allProjects, context: [:],
                verdict: .implicitDeny),
            ScopeRow(
                testDescription: "enterprise project", scope: .enterpriseProject("e"),
                context: ["writ:EnterpriseProject": ["e"]], verdict: .allowed),
            ScopeRow(
                testDescription: "a project of an enterprise project's name", scope: .enterpriseProject("e"),
                context: ["writ:Project": ["e"]], verdict: .implicitDeny),
            ScopeRow(
                testDescription: "resource group", scope: .resourceGroup("g"),
                context: ["writ:ResourceGroup": ["g"]], verdict: .allowed),
        ])
    func scopes(_ row: ScopeRow) {
        for dialect in Dialect.allCases {
            var account = SmallAccount(dialect)
            account.attach("user/alice", "all", allow("*", on: ["*"]), scope: row.scope)
            #expect(
                account.decide("user/alice", "ecs:servers", with: row.context).verdict == row.verdict,
                "\(dialect)")
        }
    }

    @Test("an attachment ends with its last day, in every dialect", arguments: Dialect.allCases)
    func expiry(_ dialect: Dialect) throws {
        var account = SmallAccount(dialect)
        account.attach("user/alice", "all", allow("*", on: ["*"]), until: "2026-11-30")
        let last = try #require(Instant(rfc3339: "2026-11-30T23:59:59Z"))
        #expect(account.decide("user/alice", "a:b", at: last).verdict == .allowed)
        #expect(account.decide("user/alice", "a:b", at: last.advanced(by: 1)).verdict == .implicitDeny)
    }

    @Test(
        "what an unknown policy may say makes an answer uncertain, but not over a Deny nor out of its scope")
    func unknown() {
        var account = SmallAccount()
        account.attach("user/alice", "mystery", scope: .project("p"))
        account.attach("user/alice", "no-iam", deny("iam:*:*"))
        let inside = ["writ:Project": ["p"]]
        let answer = account.decide("user/alice", "ecs:servers:delete", with: inside)
        #expect(answer.verdict == .uncertain)
        #expect(answer.reasons == [.unknownPolicy("policy/mystery")])
        #expect(account.decide("user/alice", "iam:users:createUser", with: inside).verdict == .explicitDeny)
        #expect(account.decide("user/alice", "ecs:servers:delete").verdict == .implicitDeny)
    }

    @Test("the nearest miss tells the element")
    func misses() throws {
        var account = SmallAccount()
        account.attach(
            "user/alice", "ledger",
            allow(
                "obs:object:GetObject", on: ["obs:*:*:object:ledger/*"],
                condition: ["Bool": ["g:MFAPresent": ["true"]]]))
        let elsewhere = account.decide(
            "user/alice", "obs:object:GetObject", on: "obs:r:a:object:other", with: ["g:MFAPresent": ["true"]]
        )
        let miss = try #require(elsewhere.steps.last?.misses.first)
        #expect(miss.fit.resource == .no)
        #expect(miss.fit.unmet.isEmpty)
        let unsaid = account.decide("user/alice", "obs:object:GetObject", on: "obs:r:a:object:ledger/x")
        #expect(unsaid.steps.last?.misses.first?.fit.unmet.map(\.condition.keyName) == ["g:MFAPresent"])
        let neighbour = account.decide("user/alice", "obs:object:DeleteObject", on: "obs:r:a:object:ledger/x")
        #expect(neighbour.steps.last?.misses.first?.fit.action == .no)
    }

    @Test("a Deny that waits for a key is told beside an Allow")
    func reservations() {
        var account = SmallAccount()
        account.attach("user/alice", "all", allow("*"))
        account.attach("user/alice", "mfa", deny("*", condition: ["Bool": ["g:MFAPresent": ["false"]]]))
        let answer = account.decide("user/alice", "ecs:servers:delete")
        #expect(answer.verdict == .allowed)
        #expect(answer.steps.last?.reservations.map(\.ground.statement.effect) == [.deny])
    }

    @Test("a role of Huawei without the role it depends on counts, with a note")
    func dependencies() {
        var account = SmallAccount()
        account.attach("group/a", "vpc", allow("vpc:*:*"))
        account.facts.documents[.custom("vpc")] = PolicyDocument([
            "Version": "1.0", "Statement": [allow("vpc:*:*")],
            "Depends": [["catalog": "BASE", "display_name": "Tenant Guest"]],
        ])
        account.join("alice", "a")
        let answer = account.decide("user/alice", "vpc:nets:create")
        #expect(answer.verdict == .allowed)
        #expect(answer.notes == [.missingDependency(role: "vpc", dependency: "Tenant Guest")])
        account.facts.attachments[
            AttachmentKey(principal: Address(.group, "a"), policy: .system("Tenant Guest"))] = .some(nil)
        #expect(account.decide("user/alice", "vpc:nets:create").notes == [])
    }

    @Test("a role that is needed in turn is noted too, a user's other groups do not help, and circles end")
    func chainedDependencies() {
        func role(_ needs: String) -> PolicyDocument {
            PolicyDocument([
                "Version": "1.0", "Statement": [allow("vpc:*:*")],
                "Depends": [["display_name": .string(needs)]],
            ])
        }
        var account = SmallAccount()
        account.attach("group/a", "vpc", allow("vpc:*:*"))
        account.facts.documents[.custom("vpc")] = role("guest")
        account.facts.documents[.system("guest")] = role("vpc-base")
        account.facts.documents[.system("vpc-base")] = role("vpc")
        account.join("alice", "a")
        account.join("alice", "b")
        account.facts.attachments[
            AttachmentKey(principal: Address(.group, "b"), policy: .system("guest"))] = .some(nil)
        let answer = account.decide("user/alice", "vpc:nets:create")
        let notes: [AccessNote] = [
            .missingDependency(role: "guest", dependency: "vpc"),
            .missingDependency(role: "guest", dependency: "vpc-base"),
            .missingDependency(role: "vpc", dependency: "guest"),
            .missingDependency(role: "vpc", dependency: "vpc-base"),
        ]
        #expect(answer.notes == notes.sorted())
    }

    @Test("the root user is no effective administrator, whatever is attached to it")
    func rootUser() {
        var observed = ObservedState(account: "acme", systemPolicies: SystemPolicies.all)
        for name in ["acme", "ann"] {
            let address = Address(.user, name)
            observed.objects[address] = ObservedObject(
                address, id: name, version: Version("1"), reserved: name == "acme" ? .rootUser : nil)
            observed.attachments[AttachmentKey(principal: address, policy: .system("FullAccess"))] =
                ObservedAttachment(expires: nil, version: Version("1"))
        }
        let access = AccountAccess(observed, dialect: .huawei, account: "acme")
        #expect(access.administrators(at: Instant(epochSeconds: 1_795_348_800)) == ["ann"])
    }

    @Test("principals with equal grants are of one class, whatever the route")
    func classes() {
        var account = SmallAccount()
        account.attach("group/a", "all", allow("*"))
        account.attach("user/carol", "all")
        account.join("alice", "a")
        account.join("bob", "a")
        let access = account.access
        let classes = ["alice", "bob", "carol"].map { access.grantClass(of: Address(.user, $0)) }
        #expect(Set(classes).count == 1)
        account.facts.users["bob"] = false
        #expect(account.access.grantClass(of: Address(.user, "bob")) != classes[0])
    }
}
