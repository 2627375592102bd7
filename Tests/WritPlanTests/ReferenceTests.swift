import Testing
import WritDiagnostics
import WritModel
import WritPlan

struct ReferenceTests {
    @Test("an external policy has to be live")
    func externalPolicy() {
        let list = DesiredList(.exactly, [DesiredAttachment(.custom("legacy"), isExternal: true)])
        let wanted = state(group("g", policies: list))
        let difference = World().difference(wanted)
        #expect(difference.diagnostics.map(\.code) == ["ref.external-missing"])
        var world = World()
        world.add(Address(.policy, "legacy"))
        #expect(world.difference(wanted).diagnostics == [])
        #expect(world.difference(wanted).changes.map(\.action) == [.create, .attach])
    }

    @Test("a system policy has to be one of the store's")
    func systemPolicy() {
        let list = DesiredList(.exactly, [DesiredAttachment(.system("FullAcces"))])
        let difference = World().difference(state(group("g", policies: list)))
        #expect(difference.diagnostics.map(\.code) == ["ref.system-missing"])
        #expect(difference.diagnostics.first?.help == "did you mean `FullAccess`?")
    }

    @Test("an external member has to be live")
    func externalMember() {
        let wanted = state(group("g", members: DesiredList(.exactly, [Reference("carol", isExternal: true)])))
        #expect(World().difference(wanted).diagnostics.map(\.code) == ["ref.external-missing"])
    }

    @Test("a field that the store has not is a warning with a manual step, and no change")
    func unsupportedField() {
        var world = World()
        world.capabilities.exceptions = [.user: [.phone: .unsupported]]
        let difference = world.difference(state(user("alice", [.phone: text("+86 1")])))
        #expect(difference.changes.map(\.effect) == [.create([:])])
        #expect(difference.diagnostics.map(\.code) == ["store.unsupported"])
    }

    @Test("a field that the store never shows is unverifiable, never in sync")
    func writeOnlyField() {
        var world = World(applied: state(user("alice", [.phone: text("+86 1")])))
        world.capabilities.exceptions = [.user: [.phone: .writeOnly]]
        world.observed.objects[Address(.user, "alice")]?.fields[.phone] = nil
        let same = world.difference(state(user("alice", [.phone: text("+86 1")])))
        #expect(same.changes.isEmpty)
        #expect(same.unverifiable == [ObjectField(Address(.user, "alice"), .phone)])
        let other = world.difference(state(user("alice", [.phone: text("+86 2")])))
        #expect(other.changes.map(\.action) == [.update])
    }

    @Test("a scope that the store does not take is an error")
    func unsupportedScope() {
        var world = World()
        world.capabilities.scopes = [.user: ["account"]]
        let list = DesiredList(.exactly, [DesiredAttachment(.custom("p"), scope: .project("x"))])
        let difference = world.difference(state(user("u", policies: list), policy("p")))
        #expect(difference.diagnostics.map(\.code) == ["store.scope-unsupported"])
    }
}
