import Testing
import WritDiagnostics
import WritModel
import WritPlan

struct OrderTests {
    @Test("grants come before revocations, denials before grants and after revocations, deletes last")
    func order() {
        let before = state(
            user("u", policies: attached("old", "old-deny")), policy("old"),
            policy("old-deny", effect: "Deny"),
            policy("new"), policy("new-deny", effect: "deny"), group("gone"))
        let after = state(
            user("u", policies: attached("new", "new-deny")), policy("old"),
            policy("old-deny", effect: "Deny"),
            policy("new"), policy("new-deny", effect: "deny"))
        #expect(
            lines(World(applied: before).difference(after)) == [
                "attach policy/new-deny on user/u (commit)", "attach policy/new on user/u (commit)",
                "detach policy/old on user/u (commit)", "detach policy/old-deny on user/u (commit)",
                "delete group/gone (commit)",
            ])
    }

    @Test("a group that holds a denial is joined before and left after the others")
    func denyingGroups() {
        let fixed = [
            policy("deny", effect: "Deny"), group("z-old", members: nil, policies: attached("deny")),
            group("z-new", policies: attached("deny")), group("a-old"), group("a-new"),
        ]
        let before = DesiredState([user("u", groups: exactly("z-old", "a-old"))] + fixed)
        let after = DesiredState([user("u", groups: exactly("z-new", "a-new"))] + fixed)
        #expect(
            lines(World(applied: before).difference(after)) == [
                "join user/u in group/z-new (commit)", "join user/u in group/a-new (commit)",
                "leave user/u in group/a-old (commit)", "leave user/u in group/z-old (commit)",
            ])
    }
}
