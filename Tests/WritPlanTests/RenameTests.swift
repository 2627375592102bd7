import Testing
import WritDiagnostics
import WritModel
import WritPlan

struct RenameTests {
    private let before = state(
        user("alice"), group("billing", members: exactly("alice"), policies: attached("p")), policy("p"))

    @Test("a renamed group keeps its edges: one change")
    func renamedGroup() {
        let after = state(
            user("alice"),
            group("payments", formerly: ["billing"], members: exactly("alice"), policies: attached("p")),
            policy("p"))
        #expect(
            lines(World(applied: before).difference(after)) == [
                "rename group/billing to group/payments (commit)"
            ])
    }

    @Test("a renamed policy stays attached")
    func renamedPolicy() {
        var renamed = policy("q")
        renamed.formerly = ["p"]
        let after = state(
            user("alice"), group("billing", members: exactly("alice"), policies: attached("q")), renamed)
        #expect(lines(World(applied: before).difference(after)) == ["rename policy/p to policy/q (commit)"])
    }

    @Test("a former name that is not live any more changes nothing")
    func oldFormerName() {
        let after = state(group("payments", formerly: ["billing"]))
        #expect(lines(World(applied: after).difference(after)) == [])
    }

    @Test("an unowned object is renamed only with leave")
    func unownedRename() {
        var world = World()
        world.add(Address(.group, "billing"))
        let after = state(group("payments", formerly: ["billing"]))
        #expect(world.refusals(after).map(\.rule) == [.adoption])
    }

    @Test("a stranger who later takes the old name is left alone")
    func strangerWithOldName() {
        let after = state(group("payments", formerly: ["billing"]))
        var world = World(applied: after)
        world.add(Address(.group, "billing"))
        let difference = world.difference(after)
        #expect(difference.changes.isEmpty)
        #expect(difference.unmanaged == [Address(.group, "billing")])
    }

    @Test("two owned objects cannot become one")
    func bothOwned() {
        let world = World(applied: state(group("billing"), group("payments")))
        let difference = world.difference(state(group("payments", formerly: ["billing"])))
        #expect(difference.diagnostics.map(\.code) == ["rename.conflict"])
    }

    @Test("a store that cannot rename the kind says so")
    func unsupportedRename() {
        var world = World(applied: before)
        world.capabilities.renames = []
        let difference = world.difference(
            state(user("alice"), group("payments", formerly: ["billing"]), policy("p")))
        #expect(difference.diagnostics.contains { $0.code == "rename.unsupported" && $0.severity == .error })
    }

    @Test("an owned object that is gone under its former name is created under the new one")
    func renamedAndLost() {
        var world = World(applied: state(group("billing")))
        world.observed.objects = [:]
        let difference = world.difference(state(group("payments", formerly: ["billing"])))
        #expect(lines(difference) == ["create group/payments (drift)"])
    }
}
