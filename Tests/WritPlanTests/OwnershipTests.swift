import Testing
import WritDiagnostics
import WritModel
import WritPlan

struct OwnershipTests {
    @Test("an object that nobody declared and nobody owns is listed and left alone")
    func unmanaged() {
        var world = World(applied: state(user("alice")))
        world.add(Address(.user, "mallory"))
        let difference = world.difference(state(user("alice")))
        #expect(difference.changes.isEmpty)
        #expect(difference.unmanaged == [Address(.user, "mallory")])
    }

    @Test("a whole object that leaves is deleted, after its edges")
    func pruned() {
        let world = World(
            applied: state(
                user("alice"), user("bob", policies: attached("p")),
                group("g", members: exactly("alice", "bob")), policy("p")))
        let difference = world.difference(
            state(user("alice"), group("g", members: exactly("alice")), policy("p")))
        #expect(
            lines(difference) == [
                "detach policy/p on user/bob (commit)", "leave user/bob in group/g (commit)",
                "delete user/bob (commit)",
            ])
    }

    @Test("an object whose path left the target is released, not deleted")
    func pathLeft() {
        var world = World(applied: state(user("alice"), user("bob")))
        world.applied.objects[Address(.user, "bob")]?.provenance.file = "old/bob.yaml"
        let difference = world.difference(state(user("alice")))
        #expect(lines(difference) == ["release user/bob (commit)"])
        #expect(difference.diagnostics.map(\.code) == ["target.path-left"])
    }

    @Test("a field that leaves is released with a warning")
    func fieldLeft() {
        let world = World(applied: state(user("alice", [.displayName: text("A")])))
        let difference = world.difference(state(user("alice")))
        #expect(lines(difference) == ["release user/alice (commit)"])
        #expect(!difference.changesStore)
        #expect(difference.diagnostics.map(\.code) == ["ownership.released"])
    }

    @Test("an edge that somebody else has made already is adopted, not made again")
    func adoptedEdge() {
        var world = World(applied: state(user("alice"), group("g", members: exactly())))
        world.observed.memberships[Membership(user: "alice", group: "g")] = Version("1")
        let difference = world.difference(state(user("alice"), group("g", members: exactly("alice"))))
        #expect(lines(difference) == ["adopt group/g (commit)"])
    }

    @Test("members and groups name the same edge once")
    func bothSides() {
        let wanted = state(user("alice", groups: exactly("g")), group("g", members: exactly("alice")))
        #expect(World().difference(wanted).changes.count { $0.action == .join } == 1)
    }
}
