import Testing
import WritModel
import WritPlan
import WritTestKit

/// The access keys of who applies plans.
@Suite("the lockout guard and access keys")
struct KeyGuardTests {
    private let bot = Address(.user, "bot")

    private func key(
        _ generation: Int, isActive: Bool = true, used: Int64? = nil, name: String = "ci"
    ) -> LiveAccessKey {
        LiveAccessKey(
            id: "AK\(name)\(generation)", name: name, generation: generation,
            status: isActive ? .active : .inactive, createdAt: noon,
            lastUsedAt: used.map { noon.advanced(by: $0) })
    }

    private func refusals(
        live: [LiveAccessKey], declared: [DeclaredAccessKey], applier: String? = "user/bot"
    ) -> [Refusal] {
        let state = DesiredState([
            DesiredObject(
                bot,
                fields: [.accessKeysKeys: .list(DesiredList(.exactly, declared.map(Item.accessKey)))])
        ])
        var world = World(applied: state)
        world.observed.objects[bot] = ObservedObject(
            bot, id: "id of user/bot", version: Version("1"), accessKeys: live)
        world.target.guards.applier = applier.flatMap(Address.init(parsing:))
        return world.refusals(state).filter { $0.rule == .lockout }
    }

    @Test func `the applier's last key is not disabled`() {
        let refusals = refusals(live: [key(1)], declared: [DeclaredAccessKey(name: "ci", status: .inactive)])
        #expect(refusals.map(\.items) == [["user/bot"]])
        #expect(refusals.first?.message.contains("the last access key") == true)
    }

    @Test func `one of two may go, as at the end of a rotation`() {
        let declared = [DeclaredAccessKey(name: "ci", generation: 2)]
        #expect(refusals(live: [key(1), key(2, used: -1)], declared: declared) == [])
    }

    @Test func `somebody else's last key may go`() {
        let declared = [DeclaredAccessKey(name: "ci", status: .inactive)]
        #expect(refusals(live: [key(1)], declared: declared, applier: nil) == [])
        #expect(refusals(live: [key(1)], declared: declared, applier: "user/other") == [])
    }

    @Test func `a key that is enabled in the same plan is one`() {
        let declared = [
            DeclaredAccessKey(name: "ci", status: .inactive), DeclaredAccessKey(name: "cd"),
        ]
        #expect(refusals(live: [key(1), key(1, isActive: false, name: "cd")], declared: declared) == [])
    }

    @Test func `who has no key that works loses none`() {
        let declared = [DeclaredAccessKey(name: "ci", status: .inactive)]
        #expect(refusals(live: [key(1, isActive: false)], declared: declared) == [])
    }
}
