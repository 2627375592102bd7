import Synchronization
import Testing
import WritEngine
import WritModel
import WritPlan
import WritPolicy

/// A plan whose order is not that of its waves, applied and stopped at each of its steps.
@Suite("applying in an arranged order")
struct ArrangedApplyTests {
    private static func policy(_ name: String, _ actions: String...) -> DesiredObject {
        let statement: JSONValue = [
            "Effect": "Allow", "Action": .array(actions.map(JSONValue.string)), "Resource": ["*"],
        ]
        return DesiredObject(
            Address(.policy, name),
            fields: [
                .document: .scalar(
                    .document(PolicyDocument(["Version": "1.1", "Statement": [statement]])))
            ])
    }

    private static func group(_ policies: String...) -> DesiredObject {
        DesiredObject(
            Address(.group, "g"),
            policies: DesiredList(.exactly, policies.map { DesiredAttachment(.custom($0)) }))
    }

    private static let user = DesiredObject(
        Address(.user, "u"), groups: DesiredList(.exactly, [Reference("g")]))

    /// The half that is split off is attached before the old policy loses it.
    private static let whole = DesiredState([
        policy("a", "ecs:servers:get", "vpc:vpcs:get"), group("a"), user,
    ])
    private static let split = DesiredState([
        policy("a", "ecs:servers:get"), policy("z", "vpc:vpcs:get"), group("a", "z"), user,
    ])

    @Test("stopped wherever it may be, nobody lacks what both ends give")
    func everyPrefix() async throws {
        var lengths: Set<Int> = []
        for stop in 0..<10 {
            let (desk, _) = memoryDesk()
            try await desk.bring(Self.whole)
            let declaration = desk.declare(Self.split)
            let plan = try await desk.plan(declaration).plan
            #expect(plan.changes.map(\.action) == [.create, .attach, .update])
            #expect(plan.changes.map(\.step) == [0, 1, 2])
            let left = Mutex(stop)
            let report = try await desk.apply(
                plan, of: declaration,
                isInterrupted: {
                    left.withLock {
                        $0 -= 1; return $0 < 0
                    }
                })
            lengths.insert(report.appliedCount)
            let observed = try await desk.observed()
            let account = AccountAccess(
                AccountFacts(observed, dialect: .huawei), dialect: .huawei, account: "acme")
            for action in ["ecs:servers:get", "vpc:vpcs:get"] {
                let request = Request(action: action, resource: "*")
                let decision = account.effectivePolicies(of: Address(.user, "u")).set.decide(request)
                #expect(decision.verdict == .allowed, "\(action) after \(stop) looks")
            }
            // What is left goes on as a plan of its own.
            try await desk.bring(declaration)
            #expect(faults(of: try await desk.observed(), as: Self.split, asOf: noon) == [])
        }
        #expect(lengths == [0, 1, 2, 3])
    }
}
