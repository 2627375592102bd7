import Testing
import WritModel
import WritPlan

/// What a drift check finds in edge lists of every mode.
struct DriftTests {
    /// What is forbidden or asked for, and an edge that somebody makes by hand.
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var list: DesiredList<Reference>?
        var ofUser: DesiredList<Reference>?
        var found: Bool?
    }

    private static let rows = [
        Row(testDescription: "a group's exact list lacks it", list: exactly(), found: false),
        Row(testDescription: "a group forbids it", list: none("bob"), found: true),
        Row(testDescription: "a group forbids another", list: none("alice"), found: nil),
        Row(testDescription: "a group asks for others", list: DesiredList(.atLeast, []), found: nil),
        Row(testDescription: "a user's exact list lacks it", ofUser: exactly(), found: false),
        Row(testDescription: "a user forbids it", ofUser: none("ops"), found: true),
        Row(
            testDescription: "the group says nothing of it, the user forbids it", list: none("alice"),
            ofUser: none("ops"), found: true),
        Row(testDescription: "nobody says anything", found: nil),
    ]

    @Test("a membership made by hand", arguments: rows)
    func memberships(_ row: Row) throws {
        let declared = state(user("alice"), user("bob", groups: row.ofUser), group("ops", members: row.list))
        var world = World(applied: declared)
        let edge = Membership(user: "bob", group: "ops")
        world.observed.memberships[edge] = Version("1")
        let expected = row.found.map { DriftSort.extraMembership(edge, isForbidden: $0) }
        #expect(drifted(world) == [expected].compactMap { $0 })
        // The plan says the same.
        let changes = world.difference(declared).changes
        #expect(changes.map(\.effect) == (row.found == nil ? [] : [.leave(edge)]))
        #expect(changes.allSatisfy { $0.cause == .drift })
    }

    @Test(
        "an attachment made by hand",
        arguments: [
            (
                "of a policy that is forbidden everywhere", PolicyReference.custom("p"), Scope?.none,
                Scope.account, true
            ),
            ("in another scope, forbidden everywhere", .custom("p"), nil, .project("cn"), true),
            ("in the forbidden scope", .custom("p"), .project("cn"), .project("cn"), true),
            ("in a scope that is free", .custom("p"), .project("cn"), .account, false),
            ("of the vendor's policy of that name", .system("p"), nil, .account, false),
        ])
    func attachments(
        _ what: String, _ forbidden: PolicyReference, _ scope: Scope?, _ live: Scope, _ isFound: Bool
    ) throws {
        let list = DesiredList(.none, [DesiredAttachment(forbidden, scope: scope)])
        var world = World(applied: state(policy("p"), group("ops", policies: list)))
        let key = AttachmentKey(principal: Address(.group, "ops"), policy: .custom("p"), scope: live)
        world.attach(key)
        #expect(drifted(world) == (isFound ? [.extraAttachment(key, isForbidden: true)] : []))
    }

    @Test func `an item that the commit forbids anew is the commit's doing, not drift`() {
        let before = state(user("alice"), user("bob"), group("ops", members: none("alice")))
        var world = World(applied: before)
        world.observed.memberships[Membership(user: "bob", group: "ops")] = Version("1")
        #expect(drifted(world) == [])
        let after = state(user("alice"), user("bob"), group("ops", members: none("alice", "bob")))
        #expect(world.difference(after).changes.map(\.cause) == [.commit])
    }

    @Test func `a forbidden user that goes by a new name stays forbidden`() {
        var applied = World(applied: state(user("bob"), group("ops", members: none("bob")))).applied
        applied.take(.rename(from: Address(.user, "bob"), to: Address(.user, "rob")), answeredID: nil)
        #expect(
            applied.objects[Address(.group, "ops")]?.lists == [.members: .none([.member("rob")])])
        var world = World(applied: state(user("bob"), group("ops", members: none("bob"))))
        world.observed.memberships[Membership(user: "bob", group: "ops")] = Version("1")
        let renamed = state(
            DesiredObject(Address(.user, "rob"), formerly: ["bob"]), group("ops", members: none("rob")))
        let leave = world.difference(renamed).changes.first { $0.effect.isLeave }
        #expect(leave?.cause == .drift)
    }

    @Test(
        "lists of the inventory as JSON",
        arguments: [
            ([:], "{}"),
            ([.members: .exactly, .policies: .atLeast], #"{"members":"exactly","policies":"atLeast"}"#),
            ([.groups: .none([])], #"{"groups":"none"}"#),
            ([.groups: .none([.member("b"), .member("a")])], #"{"groups":{"none":["a","b"]}}"#),
            (
                [.policies: .none([.policy(.custom("p"), nil), .policy(.system("s"), .project("cn"))])],
                #"{"policies":{"none":[{"policy":"p"},{"systemPolicy":"s","scope":"project","scopeName":"cn"}]}}"#
            ),
        ] as [([EdgeList: AppliedList], String)])
    func json(_ lists: [EdgeList: AppliedList], _ text: String) throws {
        #expect(lists.json.compactText == text)
        #expect([EdgeList: AppliedList](json: try JSONValue(parsing: Array(text.utf8))) == lists)
    }

    @Test(
        "what is no list of an inventory",
        arguments: [
            "[]", #"{"members":"sometimes"}"#, #"{"teams":"none"}"#, #"{"members":{"none":[1]}}"#,
            #"{"members":{"exactly":[]}}"#, #"{"policies":{"none":["p"]}}"#,
            #"{"policies":{"none":[{"policy":"p","scope":"galaxy"}]}}"#,
            #"{"policies":{"none":[{"policy":"p","systemPolicy":"p"}]}}"#,
        ])
    func notLists(_ text: String) throws {
        #expect([EdgeList: AppliedList](json: try JSONValue(parsing: Array(text.utf8))) == nil)
    }

    private func drifted(_ world: World) -> [DriftSort] {
        drift(applied: world.applied, observed: world.observed, capabilities: world.capabilities, asOf: noon)
            .items.map(\.sort)
    }
}

private func none(_ names: String...) -> DesiredList<Reference> {
    DesiredList(.none, names.map { Reference($0) })
}

extension Effect {
    fileprivate var isLeave: Bool { if case .leave = self { true } else { false } }
}
