import Testing
import WritDigest
import WritDiagnostics
import WritModel
import WritPlan

/// Every guard fires, and lets the near miss pass.
struct GuardTests {
    struct Removal: CustomTestStringConvertible, Sendable {
        let owned: Int
        let removed: Int
        let isRefused: Bool
        var testDescription: String { "\(removed) of \(owned)" }
    }

    static let removals = [
        Removal(owned: 1, removed: 0, isRefused: false), Removal(owned: 9, removed: 1, isRefused: false),
        Removal(owned: 9, removed: 2, isRefused: true), Removal(owned: 29, removed: 2, isRefused: false),
        Removal(owned: 29, removed: 3, isRefused: true), Removal(owned: 30, removed: 3, isRefused: false),
        Removal(owned: 100, removed: 10, isRefused: false), Removal(owned: 100, removed: 11, isRefused: true),
        Removal(owned: 500, removed: 10, isRefused: false), Removal(owned: 500, removed: 11, isRefused: true),
    ]

    @Test("removed users are limited to max(1, min(10, 10 %))", arguments: removals)
    func removedObjects(row: Removal) {
        let world = World(applied: DesiredState(users(row.owned) + [policy("p")]))
        let refusals = world.refusals(DesiredState(users(row.owned).dropFirst(row.removed) + [policy("p")]))
        #expect(rules(refusals).contains(.removedObjects) == row.isRefused)
        if row.isRefused {
            let refusal = refusals.first { $0.rule == .removedObjects }
            #expect(refusal?.count == row.removed)
            #expect(refusal?.limit == max(1, min(10, row.owned / 10)))
            #expect(refusal?.items.count == row.removed)
        }
    }

    @Test("each kind has a limit of its own")
    func limitsArePerKind() {
        let world = World(applied: DesiredState(users(5) + [policy("p"), policy("q")]))
        let refusals = world.refusals(DesiredState(users(4) + [policy("p")]))
        #expect(!rules(refusals).contains(.removedObjects))
    }

    @Test(
        "removed memberships are limited to max(5, 25 %)",
        arguments: [(20, 5, false), (20, 6, true), (40, 10, false), (40, 11, true)])
    func removedEdges(owned: Int, removed: Int, isRefused: Bool) {
        let world = World(applied: DesiredState(users(owned) + groups([owned])))
        let refusals = world.refusals(DesiredState(users(owned) + groups([owned - removed])))
        #expect(rules(refusals).contains(.removedEdges) == isRefused)
    }

    @Test("attachments that expire are not counted as removed")
    func expiriesAreNotCounted() {
        let past = Expiry(end: noon)
        let policies = (0..<8).map { policy("p\($0)") }
        let list = DesiredList(.exactly, (0..<8).map { DesiredAttachment(.custom("p\($0)"), expires: past) })
        let state = DesiredState([group("g", policies: list)] + policies)
        let world = World(applied: state)
        let difference = world.difference(state)
        #expect(difference.changes.map(\.cause) == Array(repeating: .expiry, count: 8))
        #expect(world.refusals(state) == [])
    }

    @Test(
        "updated objects are limited to max(10, 30 %)",
        arguments: [(20, 10, false), (20, 11, true), (100, 30, false), (100, 31, true)])
    func updatedObjects(owned: Int, updated: Int, isRefused: Bool) {
        let world = World(applied: DesiredState(users(owned)))
        let state = DesiredState(
            (0..<owned).map { user("u\($0)", $0 < updated ? [.displayName: text("new")] : [:]) })
        #expect(rules(world.refusals(state)).contains(.updatedObjects) == isRefused)
    }

    @Test("a commit that declares nothing is refused when something is owned")
    func emptyDesired() {
        #expect(rules(World(applied: state(user("u"))).refusals(state())).contains(.emptyDesired))
        #expect(World().refusals(state()) == [])
    }

    @Test("a path of the target that the commit lacks is refused")
    func missingPath() {
        let world = World(applied: state(user("u")))
        #expect(rules(world.refusals(state(user("u")), missingPaths: ["iam"])) == [.missingPath])
    }

    @Test(
        "fewer than half the manifests are refused", arguments: [(10, 5, false), (10, 4, true), (1, 0, true)])
    func halvedManifests(before: Int, now: Int, isRefused: Bool) {
        var world = World(applied: state(user("u")))
        world.applied.revision?.manifestCount = before
        let refusals = world.refusals(state(user("u")), manifestCount: now)
        #expect(rules(refusals).contains(.halvedManifests) == isRefused)
    }

    @Test(
        "a commit that does not come after the applied one is refused",
        arguments: [
            (Succession.same, false), (.descendant, false), (.none, false), (.behind, true),
            (.diverged, true), (.unknown("shallow"), true),
        ])
    func rewind(succession: Succession, isRefused: Bool) {
        let world = World(applied: state(user("u")))
        #expect(
            rules(world.refusals(state(user("u")), succession: succession)) == (isRefused ? [.rewind] : []))
    }

    @Test("weaker guards in the commit are refused, stricter ones pass and count")
    func loosenedGuards() {
        var world = World(applied: DesiredState(users(30)))
        world.target.guards.removedObjects.ceiling = 50
        #expect(rules(world.refusals(DesiredState(users(30)))) == [.loosenedGuards])
        world.target.guards = GuardSettings()
        world.target.guards.removedObjects = Limit(floor: 0, percent: 0, ceiling: 0)
        #expect(rules(world.refusals(DesiredState(users(30)))) == [])
        #expect(rules(world.refusals(DesiredState(users(30).dropFirst()))) == [.removedObjects])
    }

    @Test("a live object that differs is not taken over without leave")
    func adoption() {
        var world = World()
        world.add(Address(.user, "eve"), [.displayName: .text("Eve")])
        let other = state(user("eve", [.displayName: text("Evelyn")]))
        #expect(world.difference(other).unadopted == [Address(.user, "eve")])
        #expect(rules(world.refusals(other)) == [.adoption])
        #expect(world.refusals(other, adopting: [Address(.user, "eve")]) == [])
        let equal = state(user("eve", [.displayName: text("Eve")]))
        #expect(world.refusals(equal) == [])
        #expect(world.difference(equal).changes.map(\.action) == [.adopt])
        #expect(!world.difference(equal).changesStore)
    }

    @Test("an edge that was made by hand on an unowned principal is never cut without approval")
    func foreignEdges() {
        var world = World(applied: state(policy("p"), user("u")))
        world.add(Address(.user, "stranger"))
        world.attach(AttachmentKey(principal: Address(.user, "stranger"), policy: .custom("p")))
        let refusals = world.refusals(state(user("u")))
        #expect(rules(refusals).contains(.foreignEdges))
        #expect(world.difference(state(user("u"))).changes.map(\.action) == [.detach, .delete])
    }
}
