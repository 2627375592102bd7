import Testing
import WritModel
import WritPolicy

@Suite("accounts compared")
struct AccountComparisonTests {
    private let now = Instant(epochSeconds: 1_795_348_800)

    private func policy(_ name: String, _ statements: JSONValue) -> DesiredObject {
        DesiredObject(
            Address(.policy, name),
            fields: [
                .document: .scalar(.document(PolicyDocument(["Version": "1.1", "Statement": statements])))
            ])
    }

    private func group(_ name: String, _ members: [String], _ policies: [DesiredAttachment]) -> DesiredObject
    {
        DesiredObject(
            Address(.group, name), members: DesiredList(.exactly, members.map { Reference($0) }),
            policies: DesiredList(.exactly, policies))
    }

    private func users(_ names: String...) -> [DesiredObject] {
        names.map { DesiredObject(Address(.user, $0)) }
    }

    private func compare(
        _ old: [DesiredObject], _ new: [DesiredObject], renames: [Address: Address] = [:]
    ) -> AccountComparison {
        compareAccounts(
            old: AccountAccess(DesiredState(old), dialect: .huawei, account: "acme"),
            new: AccountAccess(DesiredState(new), dialect: .huawei, account: "acme"), renames: renames,
            at: now)
    }

    private let read: JSONValue = [["Effect": "Allow", "Action": ["ecs:servers:get"]]]
    private let all: JSONValue = [["Effect": "Allow", "Action": ["ecs:servers:*"]]]

    @Test("everybody of a group is one row, and those outside are unchanged")
    func oneRow() throws {
        let before = users("a", "b", "c") + [group("g", ["a", "b"], [DesiredAttachment(.custom("p"))])]
        let result = compare(before + [policy("p", read)], before + [policy("p", all)])
        let row = try #require(result.changes.first)
        #expect(result.changes.count == 1)
        #expect(row.direction == .gained && row.danger == .write && !row.isLatent)
        #expect(row.principals == [Address(.user, "a"), Address(.user, "b")])
        #expect(row.groups == ["g"] && row.actions == ["ecs:servers:*"])
        #expect(result.principalCount == 3 && result.unchangedCount == 1)
    }

    @Test("the same access by another way is told as a way, proved")
    func routes() {
        let before = users("a") + [policy("p", read), group("g", ["a"], [DesiredAttachment(.custom("p"))])]
        let direct = DesiredObject(
            Address(.user, "a"), policies: DesiredList(.exactly, [DesiredAttachment(.custom("p"))]))
        let result = compare(
            before, [direct, policy("p", read), group("g", [], [DesiredAttachment(.custom("p"))])])
        #expect(result.changes.isEmpty && result.unknown.isEmpty && result.isUnchanged)
        #expect(result.routes.count == 1 && result.routes.first?.added.count == 1)
        #expect(result.routes.first?.removed.first?.membership?.group == "g")
    }

    @Test("what nobody holds counts later")
    func latent() {
        let result = compare(users("a") + [policy("p", read)], users("a") + [policy("p", all)])
        #expect(result.changes.map(\.isLatent) == [true])
        let empty = [group("g", [], [DesiredAttachment(.custom("p"))])]
        let grouped = compare(empty + [policy("p", read)], empty + [policy("p", all)])
        #expect(grouped.changes.map(\.principals) == [[Address(.group, "g")]])
        #expect(grouped.changes.map(\.isLatent) == [true])
    }

    @Test("an attachment that ends later is access gained from its old end on")
    func expiry() throws {
        let day = { (text: String) in Expiry(parsing: text) }
        let with = { (end: String) in
            [
                DesiredObject(
                    Address(.user, "a"),
                    policies: DesiredList(.exactly, [DesiredAttachment(.custom("p"), expires: day(end))])),
                self.policy("p", self.read),
            ]
        }
        let result = compare(with("2027-01-31"), with("2027-06-30"))
        let row = try #require(result.changes.first)
        #expect(row.direction == .gained && result.changes.count == 1)
        #expect(row.witness.context["g:CurrentTime"] == ["2027-02-01T00:00:00Z"])
        // Both have ended: nothing that still counts.
        #expect(compare(with("2026-01-31"), with("2026-06-30")).isUnchanged)
    }

    @Test("a renamed group and a renamed user change nothing")
    func renamed() {
        let before = users("a") + [policy("p", read), group("g", ["a"], [DesiredAttachment(.custom("p"))])]
        let after = users("b") + [policy("p", read), group("h", ["b"], [DesiredAttachment(.custom("p"))])]
        let result = compare(
            before, after,
            renames: [Address(.user, "b"): Address(.user, "a"), Address(.group, "h"): Address(.group, "g")])
        #expect(result.isUnchanged && result.principalCount == 1)
        #expect(!compare(before, after).isUnchanged)
    }

    @Test("a lifted Deny says which Deny it was")
    func refusal() throws {
        let holder = DesiredObject(
            Address(.user, "a"),
            policies: DesiredList(
                .exactly, [DesiredAttachment(.custom("p")), DesiredAttachment(.custom("d"))]))
        let deny = policy("d", [["Effect": "Deny", "Action": ["ecs:servers:delete"]]])
        let result = compare(
            [holder, policy("p", all), deny],
            [holder, policy("p", all), policy("d", [["Effect": "Deny", "Action": ["vpc:*:*"]]])])
        let row = try #require(result.changes.first)
        #expect(row.direction == .gained && row.witness.action == "ecs:servers:delete")
        #expect(row.refusal?.source == .policy(GrantTerms(policy: .custom("d"))))
    }

    @Test("a policy whose document is not known is not guessed")
    func unknown() {
        let holder = DesiredObject(
            Address(.user, "a"),
            policies: DesiredList(.exactly, [DesiredAttachment(.system("Nobody Knows"))]))
        let result = compare(users("a"), [holder])
        #expect(result.unknown.map(\.principals) == [[Address(.user, "a")]])
        #expect(!result.isUnchanged && result.unchangedCount == 0)
    }

    @Test("an agency that trusts somebody else, and anybody")
    func trust() throws {
        let agency = { (principals: [TrustPrincipal]) in
            [
                DesiredObject(
                    Address(.agency, "x"),
                    fields: [.trust: .list(DesiredList(.exactly, principals.map(Item.trust)))])
            ]
        }
        let result = compare(
            agency([TrustPrincipal(.account, "one")]),
            agency([TrustPrincipal(.account, "one"), TrustPrincipal(.account, "two")]))
        let row = try #require(result.changes.first)
        #expect(row.source == .trust("x") && row.danger == .sensitive && row.witness.caller?.account == "two")
    }
}
