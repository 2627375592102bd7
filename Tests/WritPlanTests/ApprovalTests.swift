import Testing
import WritDigest
import WritDiagnostics
import WritModel
import WritPlan

/// An approval lifts its rule, for the plan it names.
struct ApprovalTests {
    private let world = World(applied: DesiredState(users(5)))
    private let wanted = DesiredState(users(3))

    @Test("a refused plan is not checked, and says why")
    func refused() {
        let (plan, context) = world.plan(wanted)
        #expect(check(plan, context, approvals: []) == .refused(plan.refusals))
        #expect(rules(plan.refusals) == [.removedObjects])
    }

    @Test("the approval of the rule for this digest lifts it")
    func approved() {
        let (plan, context) = world.plan(wanted)
        guard
            case .checked(let checked) = check(
                plan, context, approvals: [Approval(.removedObjects, plan.digest)])
        else {
            Issue.record("the approval was not taken")
            return
        }
        #expect(checked.plan == plan)
        #expect(checked.approved == plan.refusals)
    }

    @Test("an approval for another plan or another rule lifts nothing")
    func otherApprovals() {
        let (plan, context) = world.plan(wanted)
        let others = [Approval(.removedObjects, Digest(of: "another plan")), Approval(.rewind, plan.digest)]
        #expect(check(plan, context, approvals: others) == .refused(plan.refusals))
    }

    @Test("every rule but adoption can be named in an approval", arguments: GuardRule.allCases)
    func parsing(rule: GuardRule) {
        let digest = Digest(of: "x")
        let approval = Approval(parsing: "\(rule.rawValue)=\(digest)")
        #expect(approval == (rule == .adoption ? nil : Approval(rule, digest)))
        #expect(Approval(parsing: "\(rule.rawValue)=sha256:12") == nil)
    }
}
