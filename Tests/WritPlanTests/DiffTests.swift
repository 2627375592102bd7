import Testing
import WritDiagnostics
import WritModel
import WritPlan

/// A line for each change: action, subject, cause.
private func lines(_ difference: Difference) -> [String] {
    difference.changes.map { "\($0.summary) (\($0.cause.rawValue))" }
}

struct CauseTests {
    private let address = Address(.user, "alice")

    private func difference(
        applied: String?, observed: String?, desired: String
    ) -> Difference {
        var world = World(applied: state(user("alice", applied.map { [.displayName: text($0)] } ?? [:])))
        world.observed.objects[address]?.fields[.displayName] = observed.map(Value.text)
        return world.difference(state(user("alice", [.displayName: text(desired)])))
    }

    @Test("only the commit changed")
    func commit() {
        #expect(
            lines(difference(applied: "A", observed: "A", desired: "B")) == ["update user/alice (commit)"])
    }

    @Test("only the store changed")
    func drift() {
        #expect(lines(difference(applied: "A", observed: "X", desired: "A")) == ["update user/alice (drift)"])
    }

    @Test("the store lost the value")
    func lostValue() {
        #expect(lines(difference(applied: "A", observed: nil, desired: "A")) == ["update user/alice (drift)"])
    }

    @Test("both changed, and differently")
    func both() {
        #expect(lines(difference(applied: "A", observed: "X", desired: "B")) == ["update user/alice (both)"])
    }

    @Test("both changed, and to the same: nothing is left to do")
    func bothAlike() {
        #expect(lines(difference(applied: "A", observed: "B", desired: "B")) == [])
    }

    @Test("a field that is stated for the first time is a change of the commit")
    func firstStatement() {
        #expect(
            lines(difference(applied: nil, observed: "X", desired: "B")) == ["update user/alice (commit)"])
    }

    @Test("an owned object that was deleted by hand comes back as drift")
    func deletedByHand() {
        var world = World(applied: state(user("alice")))
        world.observed.objects[address] = nil
        #expect(lines(world.difference(state(user("alice")))) == ["create user/alice (drift)"])
    }

    @Test("an attachment that ran out goes, and its manifest line is warned about")
    func expiry() {
        let list = DesiredList(.atLeast, [DesiredAttachment(.custom("p"), expires: Expiry(end: noon))])
        let wanted = state(group("g", policies: list), policy("p"))
        let difference = World(applied: wanted).difference(wanted)
        #expect(lines(difference) == ["detach policy/p on group/g (expiry)"])
        #expect(difference.diagnostics.map(\.code) == ["attachment.expired"])
    }

    @Test("an attachment counts through its last moment")
    func notYetExpired() {
        let list = DesiredList(
            .exactly, [DesiredAttachment(.custom("p"), expires: Expiry(end: noon.advanced(by: 1)))])
        let wanted = state(group("g", policies: list), policy("p"))
        #expect(lines(World(applied: wanted).difference(wanted)) == [])
    }

    @Test("another expiry is one change of the attachment that is there")
    func changedExpiry() {
        let key = AttachmentKey(principal: Address(.group, "g"), policy: .custom("p"))
        let later = Expiry(end: noon.advanced(by: 86_400))
        let world = World(applied: state(group("g", policies: attached("p")), policy("p")))
        let list = DesiredList(.exactly, [DesiredAttachment(.custom("p"), expires: later)])
        let difference = world.difference(state(group("g", policies: list), policy("p")))
        #expect(
            difference.changes.map(\.effect) == [.attach(key, expires: later, replacing: ReplacedExpiry(nil))]
        )
    }
}

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
