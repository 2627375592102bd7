import Testing
import WritDigest
import WritDiagnostics
import WritModel
import WritPlan

/// Protection holds for every way of losing the object, and outlives its line.
struct ProtectionTests {
    private let members = exactly("u0", "u1")

    enum Loss: String, CaseIterable, Sendable { case deleted, renamed, emptied, disabled }

    private func world(protect: String?) -> World {
        World(
            applied: DesiredState([
                user("u0"), user("u1"), group("g", protect: protect, members: members),
                DesiredObject(
                    Address(.user, "root"), protect: protect, fields: [.enabled: .scalar(.boolean(true))]),
            ]))
    }

    private func after(_ loss: Loss, protect: String?) -> DesiredState {
        var objects = [
            user("u0"), user("u1"), group("g", protect: protect, members: members),
            DesiredObject(
                Address(.user, "root"), protect: protect, fields: [.enabled: .scalar(.boolean(true))]),
        ]
        switch loss {
        case .deleted: objects.remove(at: 2)
        case .renamed: objects[2] = group("h", formerly: ["g"], protect: protect, members: members)
        case .emptied: objects[2].members = exactly()
        case .disabled: objects[3].fields[.enabled] = .scalar(.boolean(false))
        }
        return DesiredState(objects)
    }

    @Test("a protected object is kept", arguments: Loss.allCases)
    func protectedObjectsAreKept(loss: Loss) {
        let refusals = world(protect: "on call").refusals(after(loss, protect: "on call"))
        #expect(rules(refusals).contains(.protected))
        #expect(refusals.first { $0.rule == .protected }?.message.contains("on call") == true)
    }

    @Test("protection is remembered after its line is gone", arguments: Loss.allCases)
    func protectionOutlivesItsLine(loss: Loss) {
        #expect(rules(world(protect: "on call").refusals(after(loss, protect: nil))).contains(.protected))
    }

    @Test("an unprotected object is not kept", arguments: Loss.allCases)
    func unprotectedObjectsAreNot(loss: Loss) {
        #expect(!rules(world(protect: nil).refusals(after(loss, protect: nil))).contains(.protected))
    }

    @Test("every kind can be protected from deletion", arguments: Kind.allCases)
    func everyKind(kind: Kind) {
        let name = kind.isSingleton ? "default" : "x"
        let object = DesiredObject(Address(kind, name), protect: "needed")
        let world = World(applied: DesiredState([object, user("u")]))
        #expect(rules(world.refusals(state(user("u")))).contains(.protected))
    }
}
