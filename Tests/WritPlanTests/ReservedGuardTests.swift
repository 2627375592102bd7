import Testing
import WritModel
import WritPlan

/// Agencies that let a service in: nobody knows who made them, so a person has to say that they are ours.
struct ReservedGuardTests {
    private static let agency = Address(.agency, "cce")

    private static func trusting(_ service: String, _ description: String? = nil) -> DesiredObject {
        var object = DesiredObject(
            agency,
            fields: [.trust: .list(DesiredList(.exactly, [.trust(TrustPrincipal(.account, service))]))])
        if let description { object.fields[.description] = .scalar(.text(description)) }
        return object
    }

    /// The agency as a service made it.
    private static var found: World {
        var world = World()
        world.capabilities.vendor = .huawei
        world.add(
            agency, trusting("op_svc_cce").fields.compactMap { _, value in value.resolved(against: nil) })
        return world
    }

    /// What the guards say, with the marks that a store's vendor implies.
    private func refused(_ world: World, _ state: DesiredState) -> [Refusal] {
        var marked = world
        marked.observed = world.observed.reserving(for: world.capabilities.vendor)
        return marked.refusals(state, adopting: [Self.agency]).filter { $0.rule == .reserved }
    }

    @Test("taking it over needs an approval")
    func adoption() throws {
        let equal = refused(Self.found, state(Self.trusting("op_svc_cce")))
        #expect(
            equal.map(\.message) == [
                "`agency/cce` lets a service in, which may have made it and stops working with another: adopt"
            ])
        #expect(equal.map(\.items) == [["agency/cce"]])
        let changed = refused(Self.found, state(Self.trusting("op_svc_cce", "ours")))
        #expect(changed.first?.message.hasSuffix(": update, adopt") == true)
        var renamed = Self.trusting("op_svc_cce")
        renamed.address = Address(.agency, "containers")
        renamed.formerly = ["cce"]
        #expect(refused(Self.found, state(renamed)).first?.message.contains("`agency/cce`") == true)
        var attached = Self.trusting("op_svc_cce")
        attached.policies = DesiredList(.exactly, [DesiredAttachment(.system("FullAccess"))])
        #expect(refused(Self.found, state(attached)).first?.message.hasSuffix(": attach, adopt") == true)
    }

    @Test("the approval lifts it")
    func approval() {
        var world = Self.found
        world.observed = world.observed.reserving(for: .huawei)
        let (plan, context) = world.plan(state(Self.trusting("op_svc_cce")))
        #expect(rules(plan.refusals) == [.reserved])
        guard case .refused = check(plan, context, approvals: []) else {
            Issue.record("the guard lets it pass")
            return
        }
        guard case .checked = check(plan, context, approvals: [Approval(.reserved, plan.digest)]) else {
            Issue.record("the approval does not lift it")
            return
        }
        #expect(Approval(parsing: "reserved=\(plan.digest)") != nil)
    }

    @Test("what is ours is ours")
    func ownAgencies() {
        let mine = state(Self.trusting("op_svc_cce", "ours"))
        var world = World(applied: state(Self.trusting("op_svc_cce")))
        world.capabilities.vendor = .huawei
        #expect(refused(world, mine) == [])
        #expect(refused(world, state()) == [])
        #expect(world.difference(state()).changes.map(\.action) == [.delete])
        // A new one is made like any other.
        var empty = World()
        empty.capabilities.vendor = .huawei
        #expect(refused(empty, mine) == [])
        #expect(empty.difference(mine).diagnostics == [])
    }

    @Test("an agency to another account is no service's")
    func otherAgencies() {
        var world = Self.found
        world.add(
            Self.agency, Self.trusting("bank").fields.compactMap { _, value in value.resolved(against: nil) })
        #expect(refused(world, state(Self.trusting("bank", "ours"))) == [])
    }
}
