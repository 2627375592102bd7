import Testing
import WritModel
import WritPlan
import WritPolicy

/// The guard that keeps who applies plans able to apply the next one.
@Suite("the applier guard")
struct ApplierGuardTests {
    private static let ci = Address(.user, "ci")

    private static func policy(_ name: String, _ statements: JSONValue) -> DesiredObject {
        DesiredObject(
            Address(.policy, name),
            fields: [
                .document: .scalar(.document(PolicyDocument(["Version": "1.1", "Statement": statements])))
            ])
    }

    private static let iam: JSONValue = [["Effect": "Allow", "Action": ["iam:*:*", "ecs:*:*"]]]

    private static func user(_ policies: String..., enabled: Bool = true) -> DesiredObject {
        DesiredObject(
            ci, fields: [.enabled: .scalar(.boolean(enabled))],
            policies: DesiredList(.exactly, policies.map { DesiredAttachment(.custom($0)) }))
    }

    private static func agency(_ trusted: String, policies: [String] = ["iam"]) -> DesiredObject {
        let trust: JSONValue = [
            "Version": "5.0",
            "Statement": [
                [
                    "Effect": "Allow", "Action": ["sts:agencies:assume"],
                    "Principal": ["IAM": [.string(trusted)]],
                ]
            ],
        ]
        return DesiredObject(
            Address(.agency, "ci"),
            fields: [.trustPolicy: .scalar(.document(PolicyDocument(trust)))],
            policies: DesiredList(.exactly, policies.map { DesiredAttachment(.custom($0)) }))
    }

    struct Row: CustomTestStringConvertible {
        var name: String
        var applier = ci
        var before: [DesiredObject] = [policy("iam", iam), user("iam")]
        var after: [DesiredObject]
        /// Words of the refusal; `nil` where the plan passes.
        var refused: String?

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "nothing that concerns it", after: [policy("iam", iam), user("iam"), policy("x", iam)]),
        Row(
            name: "the policy is taken from it", after: [policy("iam", iam), user()],
            refused: "user/ci, which applies plans, loses `iam:"),
        Row(
            name: "the document is narrowed",
            after: [policy("iam", [["Effect": "Allow", "Action": ["iam:users:*"]]]), user("iam")],
            refused: "loses `iam:"),
        Row(
            name: "the document is narrowed in another service",
            after: [policy("iam", [["Effect": "Allow", "Action": ["iam:*:*"]]]), user("iam")]),
        Row(
            name: "a Deny is attached to it",
            after: [
                policy("iam", iam), policy("no", [["Effect": "Deny", "Action": ["iam:groups:*"]]]),
                user("iam", "no"),
            ], refused: "loses `iam:groups:"),
        Row(
            name: "another policy gives the same",
            after: [policy("iam", iam), policy("other", iam), user("other")]),
        Row(
            name: "it is disabled", after: [policy("iam", iam), user("iam", enabled: false)],
            refused: "loses `iam:"),
        Row(
            name: "its trust names somebody else", applier: Address(.agency, "ci"),
            before: [policy("iam", iam), agency("iam::acme:user:runner")],
            after: [policy("iam", iam), agency("iam::acme:user:other")],
            refused: "agency/ci, which applies plans, loses `sts:agencies:assume`"),
        Row(
            name: "its policy is taken from the agency", applier: Address(.agency, "ci"),
            before: [policy("iam", iam), agency("iam::acme:user:runner")],
            after: [
                policy("iam", iam),
                agency("iam::acme:user:runner", policies: []),
            ], refused: "loses `iam:"),
        Row(
            name: "the account does not have it yet", applier: Address(.user, "new"),
            after: [policy("iam", iam), user()]),
    ]

    @Test(arguments: rows)
    func `a loss of rights in the identity service is refused`(_ row: Row) throws {
        let world = World(applied: DesiredState(row.before))
        let refusal = try refusals(world, row.after, applier: row.applier).first { $0.rule == .applier }
        if let words = row.refused {
            #expect(refusal?.message.contains(words) == true, "\(refusal?.message ?? "not refused")")
            #expect(refusal?.items == [row.applier.description])
        } else {
            #expect(refusal == nil)
        }
    }

    private func refusals(_ world: World, _ after: [DesiredObject], applier: Address?) throws -> [Refusal] {
        var world = world
        world.target.guards.applier = applier
        let state = DesiredState(after)
        let difference = world.difference(state)
        var context = world.context(state, difference)
        context.access = accessEffect(
            of: difference.changes, on: world.observed, target: world.target, appliers: context.appliers,
            at: noon)
        return WritPlan.refusals(of: difference.changes, context)
    }

    @Test func `an applier that the plan deletes loses everything`() throws {
        let world = World(applied: DesiredState([Self.policy("iam", Self.iam), Self.user("iam")]))
        let found = try refusals(world, [Self.policy("iam", Self.iam)], applier: Self.ci)
        #expect(found.contains { $0.rule == .applier })
    }

    @Test func `without an applier nothing is refused, and the check says that it was none`() throws {
        let world = World(applied: DesiredState([Self.policy("iam", Self.iam), Self.user("iam")]))
        let state = DesiredState([Self.policy("iam", Self.iam), Self.user()])
        #expect(
            try !refusals(world, [Self.policy("iam", Self.iam), Self.user()], applier: nil).contains {
                $0.rule == .applier
            })
        let changes = world.difference(state).changes
        #expect(
            accessEffect(of: changes, on: world.observed, target: world.target, at: noon).appliers.isEmpty)
    }

    @Test func `the applier of the last applied commit is asked about too, and cannot be exchanged unseen`()
        throws
    {
        var world = World(applied: DesiredState([Self.policy("iam", Self.iam), Self.user("iam")]))
        world.applied.revision?.guards.applier = Self.ci
        let found = try refusals(
            world, [Self.policy("iam", Self.iam), Self.user()], applier: Address(.user, "other"))
        #expect(found.contains { $0.rule == .applier && $0.items == ["user/ci"] })
        let loosened = found.first { $0.rule == .loosenedGuards }
        #expect(
            loosened?.message
                == "the commit's `writ.yaml` no longer names user/ci as the one who applies plans")
    }
}
