import Testing
import WritModel
import WritPlan
import WritPolicy
import WritTestKit

/// The order that a plan's changes are put in so that nobody has more, or less, on the way than at both ends.
@Suite("the order of changes")
struct ArrangeTests {
    /// Two states of an account, and what the order of the changes between them has to do.
    struct Row: CustomTestStringConvertible {
        var name: String
        var before: [DesiredObject]
        var after: [DesiredObject]
        /// Whether the changes in the order of their waves have a window.
        var hasWindow = true
        /// Whether no order is without.
        var isUnavoidable = false

        var testDescription: String { name }
    }

    private static func allow(_ actions: String...) -> JSONValue {
        [["Effect": "Allow", "Action": .array(actions.map(JSONValue.string))]]
    }

    private static func policy(_ name: String, _ statements: JSONValue) -> DesiredObject {
        DesiredObject(
            Address(.policy, name),
            fields: [
                .document: .scalar(.document(PolicyDocument(["Version": "1.1", "Statement": statements])))
            ])
    }

    private static func group(_ name: String, _ policies: String...) -> DesiredObject {
        DesiredObject(
            Address(.group, name),
            policies: DesiredList(.exactly, policies.map { DesiredAttachment(.custom($0)) }))
    }

    private static func user(
        _ name: String, groups: [String] = [], policies: [String] = []
    ) -> DesiredObject {
        DesiredObject(
            Address(.user, name), groups: DesiredList(.exactly, groups.map { Reference($0) }),
            policies: DesiredList(.exactly, policies.map { DesiredAttachment(.custom($0)) }))
    }

    static let rows: [Row] = [
        Row(
            name: "a statement moves to a policy that stands later",
            before: [
                policy("a", allow("ecs:servers:get", "ecs:servers:list")),
                policy("b", allow("vpc:vpcs:get")), user("u", policies: ["a", "b"]),
            ],
            after: [
                policy("a", allow("ecs:servers:list")),
                policy("b", allow("vpc:vpcs:get", "ecs:servers:get")), user("u", policies: ["a", "b"]),
            ]),
        Row(
            name: "a policy is split, and the new half attached",
            before: [
                policy("a", allow("ecs:servers:get", "vpc:vpcs:get")), group("g", "a"),
                user("u", groups: ["g"]),
            ],
            after: [
                policy("a", allow("ecs:servers:get")), policy("z", allow("vpc:vpcs:get")),
                group("g", "a", "z"), user("u", groups: ["g"]),
            ]),
        Row(
            name: "a user leaves a group that is given more",
            before: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("vpc:vpcs:get")), group("g", "a"),
                user("u", groups: ["g"]), user("v", groups: ["g"]),
            ],
            after: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("vpc:vpcs:get")),
                group("g", "a", "b"), user("u"), user("v", groups: ["g"]),
            ]),
        Row(
            name: "a user joins a group that loses something",
            before: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("vpc:vpcs:get")),
                group("g", "a", "b"), user("u"), user("v", groups: ["g"]),
            ],
            after: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("vpc:vpcs:get")), group("g", "a"),
                user("u", groups: ["g"]), user("v", groups: ["g"]),
            ]),
        Row(
            name: "a policy is widened that somebody gives up",
            before: [
                policy("a", allow("ecs:servers:get")), user("u", policies: ["a"]),
                user("v", policies: ["a"]),
            ],
            after: [
                policy("a", allow("ecs:servers:*")), user("u"), user("v", policies: ["a"]),
            ]),
        Row(
            name: "a policy is narrowed that somebody is given",
            before: [policy("a", allow("ecs:servers:*")), user("u"), user("v", policies: ["a"])],
            after: [
                policy("a", allow("ecs:servers:get")), user("u", policies: ["a"]), user("v", policies: ["a"]),
            ],
            // Documents are changed before anything is attached.
            hasWindow: false),
        Row(
            name: "two policies that exchange what they allow",
            before: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("ecs:servers:list")),
                user("u", policies: ["a", "b"]),
            ],
            after: [
                policy("a", allow("ecs:servers:list")), policy("b", allow("ecs:servers:get")),
                user("u", policies: ["a", "b"]),
            ], isUnavoidable: true),
        Row(
            name: "one policy is exchanged for another",
            before: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("ecs:servers:get")),
                user("u", policies: ["a"]),
            ],
            after: [
                policy("a", allow("ecs:servers:get")), policy("b", allow("ecs:servers:get")),
                user("u", policies: ["b"]),
            ], hasWindow: false),
        Row(
            name: "a policy that is attached allows what another that is attached denies",
            before: [
                policy(
                    "a",
                    [
                        ["Effect": "Allow", "Action": ["ecs:*:*"]],
                        ["Effect": "Deny", "Action": ["vpc:*:*"]],
                    ]),
                policy("b", [["Effect": "Deny", "Action": ["ecs:servers:delete"]]]), user("u"),
            ],
            after: [
                policy(
                    "a",
                    [
                        ["Effect": "Allow", "Action": ["ecs:*:*"]],
                        ["Effect": "Deny", "Action": ["vpc:*:*"]],
                    ]),
                policy("b", [["Effect": "Deny", "Action": ["ecs:servers:delete"]]]),
                user("u", policies: ["a", "b"]),
            ]),
    ]

    @Test(arguments: rows)
    func `the order has no window where there is one without`(_ row: Row) {
        let world = World(applied: DesiredState(row.before))
        let changes = world.difference(DesiredState(row.after)).changes
        let plain = accessEffect(of: changes, on: world.observed, target: world.target, at: noon)
        #expect(plain.windows.isEmpty != row.hasWindow)
        let arranged = arranged(changes, on: world.observed, target: world.target, at: noon)
        #expect(arranged.effect.windows.isEmpty != row.isUnavoidable, "\(arranged.effect.windows)")
        #expect(arranged.changes.count == changes.count)
        #expect(Set(arranged.changes.map(\.effectDigest)) == Set(changes.map(\.effectDigest)))
        let steps = arranged.changes.map(\.step)
        #expect(steps == steps.sorted())
        if !row.hasWindow { #expect(arranged.changes == changes) }
    }

    @Test func `what a rule keeps apart is never made side by side`() throws {
        let row = try #require(Self.rows.first)
        let world = World(applied: DesiredState(row.before))
        let changes = world.difference(DesiredState(row.after)).changes
        let arranged = arranged(changes, on: world.observed, target: world.target, at: noon).changes
        #expect(arranged.map(\.address.name) == ["b", "a"])
        #expect(Set(arranged.map(\.wave)) == [.update])
        #expect(arranged.map(\.step) == [0, 1])
    }

    @Test func `where several changes are made at once, their order inside a step does not matter`() throws {
        // The policy that gains stands first, so that only the other order has a window.
        let before = [
            Self.policy("b", Self.allow("ecs:servers:get", "ecs:servers:list")),
            Self.policy("a", Self.allow("vpc:vpcs:get")), Self.user("u", policies: ["a", "b"]),
        ]
        let after = [
            Self.policy("b", Self.allow("ecs:servers:list")),
            Self.policy("a", Self.allow("vpc:vpcs:get", "ecs:servers:get")),
            Self.user("u", policies: ["a", "b"]),
        ]
        let world = World(applied: DesiredState(before))
        let changes = world.difference(DesiredState(after)).changes
        for isParallel in [false, true] {
            let arranged = arranged(
                changes, on: world.observed, target: world.target, isParallel: isParallel, at: noon)
            #expect(arranged.effect.windows.isEmpty)
            #expect(arranged.changes.map(\.address.name) == ["a", "b"])
            #expect(Set(arranged.changes.map(\.step)).count == (isParallel ? 2 : 1))
        }
    }

    /// Random accounts and what becomes of them.
    @Test(arguments: 0..<(isFullRun ? 2_000 : 50))
    func `no order is worse than that of the waves, and nothing is lost`(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func state() -> DesiredState {
            let actions = ["ecs:servers:get", "ecs:servers:list", "vpc:vpcs:get", "ecs:*:*"]
            let policies = ["a", "b", "c"].map { name in
                let allowed = actions.filter { _ in random.next() % 3 == 0 }.map(JSONValue.string)
                var statements: [JSONValue] = [
                    ["Effect": "Allow", "Action": .array(allowed + ["kms:cmk:get"])]
                ]
                if random.next() % 4 == 0 {
                    statements.append([
                        "Effect": "Deny", "Action": [.string(actions[Int(random.next() % 4)])],
                    ])
                }
                return Self.policy(name, .array(statements))
            }
            func some(_ names: [String]) -> [String] { names.filter { _ in random.next() % 2 == 0 } }
            let groups = ["g", "h"].map { name in
                DesiredObject(
                    Address(.group, name),
                    policies: DesiredList(
                        .exactly, some(["a", "b", "c"]).map { DesiredAttachment(.custom($0)) }))
            }
            let users = ["u", "v"].map {
                Self.user($0, groups: some(["g", "h"]), policies: some(["a", "c"]))
            }
            return DesiredState(policies + groups + users)
        }
        let world = World(applied: state())
        let changes = world.difference(state()).changes
        let plain = accessEffect(of: changes, on: world.observed, target: world.target, at: noon)
        let arranged = arranged(
            changes, on: world.observed, target: world.target, isParallel: seed % 2 == 0, at: noon)
        func weight(_ windows: [AccessWindow]) -> Int { windows.reduce(0) { $0 + $1.principals.count } }
        if seed % 2 == 1 { #expect(weight(arranged.effect.windows) <= weight(plain.windows)) }
        #expect(Set(arranged.changes.map(\.effectDigest)) == Set(changes.map(\.effectDigest)))
        #expect(arranged.changes.count == changes.count)
        #expect(arranged.effect.comparison == plain.comparison)
        let again = accessEffect(
            of: arranged.changes, on: world.observed, target: world.target, at: noon)
        #expect(again == arranged.effect)
    }
}
