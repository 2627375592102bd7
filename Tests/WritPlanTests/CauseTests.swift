import Testing
import WritDiagnostics
import WritModel
import WritPlan

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
