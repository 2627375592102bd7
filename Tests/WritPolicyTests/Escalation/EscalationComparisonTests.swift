import Testing
import WritModel
import WritPolicy

@Suite("escalation compared")
struct EscalationComparisonTests {
    private func base() -> SmallAccount {
        var account = SmallAccount()
        account.attach("user/boss", "all", allow("*:*:*"))
        for user in ["ann", "ben"] { account.join(user, "desk") }
        account.attach("group/desk", "reads", allow("iam:*:get*"))
        return account
    }

    private func compare(
        _ old: SmallAccount, _ new: SmallAccount, renames: [Address: Address] = [:]
    ) -> EscalationComparison {
        compareAccounts(old: old.access, new: new.access, renames: renames, at: SmallAccount.now).escalation
    }

    @Test("a way that appears is one row for everybody it concerns; backwards it disappears")
    func rows() throws {
        let old = base()
        var new = base()
        new.attach("group/desk", "resets", allow("iam:users:resetUserPassword", "iam:credentials:*"))
        let comparison = compare(old, new)
        let row = try #require(comparison.changes.first)
        #expect(comparison.changes.count == 1 && comparison.unknown.isEmpty)
        #expect(row.direction == .gained && row.principals == [address("user/ann"), address("user/ben")])
        #expect(row.path.id == "create-credential" && row.path.steps[0].target == address("user/boss"))
        // The wildcard takes the name of the newer model as well.
        #expect(row.others == ["reset-password", "create-access-key-v5", "enable-credential"])
        #expect(row.remaining.isEmpty)
        let back = try #require(compare(new, old).changes.first)
        #expect(back.direction == .lost && back.path == row.path && back.others == row.others)
        #expect(compare(new, new).isEmpty)
    }

    @Test("a further way tells what was possible already; one that goes tells what is left")
    func further() throws {
        var old = base()
        old.attach("group/desk", "resets", allow("iam:users:resetUserPassword"))
        var new = old
        new.attach("group/desk", "joins", allow("iam:permissions:grantRoleToGroup"))
        let row = try #require(compare(old, new).changes.first)
        #expect(row.path.id == "grant-role-to-own-group" && row.remaining == ["reset-password"])
        let back = try #require(compare(new, old).changes.first)
        #expect(back.direction == .lost && back.remaining == ["reset-password"])
    }

    @Test("who becomes an administrator, and who stops being one and has a way back")
    func administrators() throws {
        let old = base()
        var new = base()
        new.join("ann", "bosses")
        new.attach("group/bosses", "all")
        let row = try #require(compare(old, new).changes.first)
        #expect(row.path.steps.isEmpty && row.principals == [address("user/ann")])
        var left = base()
        left.attach("user/ann", "joins", allow("iam:permissions:addUserToGroup"))
        left.attach("group/bosses", "all")
        let back = try #require(compare(new, left).changes.first)
        #expect(back.direction == .lost && back.path.steps.isEmpty && back.remaining == ["join-group"])
    }

    @Test("an administrator who comes opens ways to everybody who can become it")
    func reachedFromElsewhere() throws {
        var old = base()
        old.attach("group/desk", "resets", allow("iam:users:resetUserPassword", on: ["iam:*:*:user:cam"]))
        old.attach("user/cam", "reads", allow("iam:*:get*"))
        #expect(EscalationSearch(old.access, at: SmallAccount.now).methods(of: address("user/ann")).isEmpty)
        var new = old
        new.attach("user/cam", "rewrites", allow("iam:roles:updateRole"))
        let rows = compare(old, new).changes
        #expect(
            rows.map(\.principals) == [[address("user/cam")], [address("user/ann"), address("user/ben")]])
        #expect(rows.map(\.path.steps.count) == [1, 2])
    }

    @Test("a rename changes nothing")
    func renames() {
        var old = base()
        old.attach("group/desk", "resets", allow("iam:users:resetUserPassword"))
        var new = base()
        new.facts.memberships = Set(new.facts.memberships.map { Membership(user: $0.user, group: "support") })
        new.facts.groups = ["support"]
        new.facts.attachments = [:]
        new.attach("user/boss", "all")
        new.attach("group/support", "reads")
        new.attach("group/support", "resets", allow("iam:users:resetUserPassword"))
        #expect(compare(old, new, renames: [address("group/support"): address("group/desk")]).isEmpty)
        var renamed = base()
        renamed.attach("group/desk", "resets", allow("iam:users:resetUserPassword"))
        renamed.facts.users["anna"] = true
        renamed.facts.users["ann"] = nil
        renamed.facts.memberships.remove(Membership(user: "ann", group: "desk"))
        renamed.join("anna", "desk")
        #expect(compare(old, renamed, renames: [address("user/anna"): address("user/ann")]).isEmpty)
    }

    @Test("what cannot be told any more is told")
    func unknown() throws {
        var old = base()
        old.attach("group/desk", "resets", allow("iam:users:resetUserPassword"))
        var new = base()
        new.attach("group/desk", "resets", allow("iam:users:resetUserPasswor?"))
        let comparison = compare(old, new)
        #expect(comparison.changes.map(\.direction) == [.lost])
        let unknown = try #require(comparison.unknown.first)
        #expect(unknown.principals == [address("user/ann"), address("user/ben")] && !unknown.reasons.isEmpty)
        #expect(compare(new, new).isEmpty)
    }

    @Test("what is about oneself is about each of a row, and critical ways come first")
    func order() throws {
        let old = base()
        var new = base()
        new.attach("group/desk", "enables", allow("iam:credentials:updateCredential"))
        new.attach("user/zoe", "attaches", allow("iam:users:attachPolicyV5"))
        new.attach("user/yan", "attaches")
        let rows = compare(old, new).changes
        #expect(rows.map(\.path.severity) == [.critical, .high])
        #expect(rows[0].principals == [address("user/yan"), address("user/zoe")])
        var search = EscalationSearch(new.access, at: SmallAccount.now)
        for name in ["yan", "zoe"] {
            let path = try #require(search.paths(of: address("user/\(name)")).first)
            #expect(path.steps[0].requests[0].question.resource == "iam::acme:user:\(name)")
            #expect(replays(path, new.access))
        }
    }

    @Test("the same comparison twice is the same")
    func deterministic() {
        var new = base()
        for index in 0..<40 {
            new.attach("user/u\(index)", "p\(index % 7)", allow("iam:credentials:*", "iam:permissions:*"))
        }
        let first = compare(base(), new)
        for _ in 0..<5 { #expect(compare(base(), new) == first) }
        #expect(first.changes.count == 7)
    }
}
