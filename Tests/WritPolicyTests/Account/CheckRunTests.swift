import Testing
import WritDiagnostics
import WritModel
import WritPolicy

@Suite("tests and invariants")
struct CheckRunTests {
    private static let here = SourceSpan(startOf: "checks.yaml")

    private func who(_ texts: String...) -> [CheckPrincipal] {
        texts.map { CheckPrincipal(Address(parsing: $0)!, at: Self.here) }
    }

    private func result(_ account: SmallAccount, _ content: AccessCheck.Content) -> CheckResult {
        let check = AccessCheck(name: "x", span: Self.here, content: content)
        return runChecks([check], on: account.access, at: SmallAccount.now)[0]
    }

    private func region(_ actions: String..., on resources: [String] = []) -> AccessRegion {
        AccessRegion(actions, on: resources, at: Self.here)
    }

    private var company: SmallAccount {
        var account = SmallAccount()
        account.attach("group/admins", "all", allow("*"))
        account.attach("group/staff", "read", allow("obs:*:get*", on: ["obs:*:*:object:public/*"]))
        account.attach("group/staff", "no-keys", deny("kms:*:*"))
        account.join("root", "admins")
        account.join("alice", "staff")
        account.join("bob", "staff")
        return account
    }

    @Test("a test of single actions holds or names who does not")
    func literal() throws {
        var account = company
        var expectation = AccessExpectation(who: who("group/staff"), at: Self.here)
        expectation.can = ["obs:object:getObject"]
        expectation.cannot = ["obs:object:deleteObject"]
        expectation.on = ["obs:r:a:object:public/x"]
        let held = result(account, .test([expectation]))
        #expect(held.holds)
        // Somebody who is only in the group, and its two members; two actions each.
        #expect(held.count == 6)
        account.attach("user/bob", "more", allow("obs:object:delete*"))
        let failed = result(account, .test([expectation]))
        #expect(failed.findings.map(\.sort) == [.failed])
        #expect(failed.findings.first?.message.hasPrefix("user/bob can `obs:object:deleteObject`") == true)
        #expect(failed.findings.first?.evidence.first?.answer.verdict == .allowed)
    }

    @Test("a pattern is every action of it: one that is left out is found")
    func patterns() {
        var account = company
        var all = AccessExpectation(who: who("user/root"), at: Self.here)
        all.can = ["iam:*"]
        #expect(result(account, .test([all])).holds)
        account.attach("user/root", "hole", deny("iam:users:deleteUser"))
        let hole = result(account, .test([all]))
        #expect(hole.findings.first?.evidence.first?.question.action == "iam:users:deleteuser")
        var none = AccessExpectation(who: who("user/alice"), at: Self.here)
        none.cannot = ["iam:*", "kms:*"]
        #expect(result(account, .test([none])).holds)
        account.attach("user/alice", "peek", allow("iam:users:listUsers"))
        #expect(result(account, .test([none])).findings.count == 1)
    }

    @Test("a test asks about its own request: a condition on what it does not say does not hold")
    func context() {
        var account = company
        account.attach("user/alice", "mfa", allow("ecs:*:*", condition: ["Bool": ["g:MFAPresent": ["true"]]]))
        var expectation = AccessExpectation(who: who("user/alice"), at: Self.here)
        expectation.cannot = ["ecs:*"]
        #expect(result(account, .test([expectation])).holds)
        expectation.context = ["g:MFAPresent": ["true"]]
        #expect(result(account, .test([expectation])).findings.count == 1)
    }

    @Test("what cannot be told is neither held nor failed")
    func unknown() {
        var account = company
        account.attach("user/alice", "mystery")
        var expectation = AccessExpectation(who: who("user/alice"), at: Self.here)
        expectation.cannot = ["iam:users:createUser", "iam:*"]
        #expect(result(account, .test([expectation])).findings.map(\.sort) == [.unknown, .unknown])
        let invariant = Invariant(.nobody(region("iam:*")), except: who("group/admins"))
        #expect(result(account, .invariant(invariant)).findings.map(\.sort) == [.unknown])
    }

    @Test("nobody may, whatever the request says, but for those who are left out")
    func nobody() throws {
        var account = company
        let rule = Invariant.Rule.nobody(region("iam:users:create*"))
        #expect(result(account, .invariant(Invariant(rule, except: who("group/admins")))).holds)
        let caught = result(account, .invariant(Invariant(rule)))
        #expect(caught.findings.map(\.message).first?.hasPrefix("user/root may `iam:users:create") == true)
        // A condition does not save it: the counterexample says what it takes.
        account.attach("user/bob", "mfa", allow("iam:*:*", condition: ["Bool": ["g:MFAPresent": ["true"]]]))
        let conditional = result(account, .invariant(Invariant(rule, except: who("group/admins"))))
        let evidence = try #require(conditional.findings.first?.evidence.first)
        #expect(evidence.question.context["g:MFAPresent"] == ["true"])
        #expect(evidence.answer.verdict == .allowed)
        // Where every request says otherwise, it does.
        let without = Invariant(rule, except: who("group/admins"), context: ["g:MFAPresent": "false"])
        #expect(result(account, .invariant(without)).holds)
    }

    @Test("an attachment that has ended does not count, one that ends later does")
    func expiry() {
        var account = company
        account.attach("user/bob", "past", allow("iam:*:*"), until: "2026-11-01")
        let invariant = Invariant(.nobody(region("iam:*")), except: who("group/admins"))
        #expect(result(account, .invariant(invariant)).holds)
        account.attach("user/bob", "future", allow("iam:*:*"), until: "2027-11-01")
        #expect(!result(account, .invariant(invariant)).holds)
    }

    @Test("on resources: only what meets them")
    func resources() {
        let account = company
        let everyone = who("group/admins")
        let inside = Invariant(.nobody(region("obs:*", on: ["obs:*:*:object:public/*"])), except: everyone)
        let beside = Invariant(.nobody(region("obs:*", on: ["obs:*:*:object:ledger/*"])), except: everyone)
        #expect(result(account, .invariant(inside)).findings.count == 1)
        #expect(result(account, .invariant(beside)).holds)
    }

    @Test("separation counts what agencies give")
    func separate() throws {
        var account = company
        account.attach("agency/approve", "approve", allow("pay:orders:approve"))
        account.facts.agencies["approve"] = .list([TrustPrincipal(.account, "acme")])
        account.attach("user/alice", "create", allow("pay:orders:create"))
        let invariant = Invariant(
            .separate([region("pay:orders:create"), region("pay:orders:approve")]),
            except: who("group/admins"))
        #expect(result(account, .invariant(invariant)).holds)
        account.attach("user/alice", "assume", allow("iam:agencies:assume"))
        let failed = result(account, .invariant(invariant))
        #expect(
            failed.findings.map(\.message) == ["user/alice may `pay:orders:create` and `pay:orders:approve`"])
        #expect(failed.findings.first?.evidence.map(\.question.via) == [[], ["approve"]])
        #expect(failed.findings.first?.evidence.allSatisfy { $0.answer.verdict == .allowed } == true)
    }
}
