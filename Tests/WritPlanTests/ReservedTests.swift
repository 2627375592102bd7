import Testing
import WritDiagnostics
import WritModel
import WritPlan

/// Plans leave alone what is not the account's own.
struct ReservedTests {
    private static let root = Address(.user, "acme")
    private static let admin = Address(.group, "admin")
    private static let linked = Address(.agency, "ServiceLinkedAgencyForCOC")
    private static let region = Address(.project, "cn-north-4")

    /// The root user in `admin`, a linked agency and a region, all of them live and none of them owned.
    private func world(_ owned: DesiredObject...) -> World {
        var world = World(applied: DesiredState(owned))
        for (address, reservation) in [
            (Self.root, Reservation.rootUser), (Self.admin, .administratorsGroup),
            (Self.linked, .serviceLinked), (Self.region, .builtInProject),
        ] {
            if world.observed.objects[address] == nil { world.add(address) }
            world.observed.objects[address]?.reserved = reservation
        }
        world.observed.memberships[Membership(user: "acme", group: "admin")] = Version("1")
        return world
    }

    private func errors(_ difference: Difference) -> [String] {
        difference.diagnostics.filter { $0.severity == .error }.map { "\($0.code): \($0.message)" }.sorted()
    }

    struct Declared: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let object: DesiredObject
        let message: String
        let help: String
    }

    private static let declared = [
        Declared(
            testDescription: "the root user", object: DesiredObject(root),
            message: "`user/acme` cannot be managed: it is the account's root user",
            help: "delete the manifest; lists name the user as `{external: acme}`"),
        Declared(
            testDescription: "a linked agency", object: DesiredObject(linked),
            message:
                "`agency/ServiceLinkedAgencyForCOC` cannot be managed: it is linked to a service, which owns it",
            help: "delete the manifest; the service looks after it"),
        Declared(
            testDescription: "a region", object: DesiredObject(region),
            message: "`project/cn-north-4` cannot be managed: it is a project built into the cloud",
            help: "delete the manifest; attachments and the `parent` of projects name it as it is"),
        Declared(
            testDescription: "a new name for a linked agency",
            object: DesiredObject(Address(.agency, "coc"), formerly: [linked.name]),
            message:
                "`agency/coc`, which is live as `agency/ServiceLinkedAgencyForCOC`, cannot be managed: it is "
                + "linked to a service, which owns it",
            help: "delete the manifest; the service looks after it"),
        Declared(
            testDescription: "a new name for the built-in group",
            object: group("admins", formerly: ["admin"]),
            message:
                "`group/admins`, which is live as `group/admin`, cannot be managed: it is the built-in group of "
                + "administrators",
            help: "declare its members alone, under its own name"),
        Declared(
            testDescription: "a description of the built-in group",
            object: DesiredObject(admin, fields: [.description: .scalar(.text("ours"))]),
            message:
                "`description` of `group/admin` cannot be managed: it is the built-in group of administrators",
            help: "declare its members alone"),
        Declared(
            testDescription: "policies of the built-in group",
            object: DesiredObject(admin, policies: DesiredList(.exactly, [])),
            message:
                "`policies` of `group/admin` cannot be managed: it is the built-in group of administrators",
            help: "declare its members alone"),
    ]

    @Test("a manifest of what is reserved is an error at its name", arguments: declared)
    func manifests(_ row: Declared) throws {
        let difference = world().difference(state(row.object))
        #expect(errors(difference) == ["reserved.object: \(row.message)"])
        let found = try #require(difference.diagnostics.first { $0.severity == .error })
        #expect(found.help == row.help)
        #expect(found.span != nil)
    }

    @Test(
        "what a vendor has in every account is not made",
        arguments: [
            Address(.group, "admin"), Address(.policy, "Tenant Guest"), Address(.project, "MOS"),
            Address(.agency, "ServiceLinkedAgencyForCOC"),
        ])
    func creations(_ address: Address) {
        var world = World()
        #expect(errors(world.difference(state(DesiredObject(address)))) == [])
        world.capabilities.vendor = .huawei
        #expect(errors(world.difference(state(DesiredObject(address)))).count == 1)
        world.capabilities.vendor = .aws
        #expect(errors(world.difference(state(DesiredObject(address)))) == [])
    }

    @Test("members of the built-in group come and go")
    func members() {
        let bob = Reference("bob")
        let owner = Reference("acme", isExternal: true)
        let before = state(user("ann"), user("bob"), group("admin", members: exactly("ann")))
        var world = World(applied: before)
        world.add(Self.root)
        world.observed.objects[Self.root]?.reserved = .rootUser
        world.observed.objects[Self.admin]?.reserved = .administratorsGroup
        world.observed.memberships[Membership(user: "acme", group: "admin")] = Version("1")
        let after = state(
            user("ann"), user("bob"), group("admin", members: DesiredList(.exactly, [bob, owner])))
        let difference = world.difference(after)
        #expect(difference.diagnostics == [])
        #expect(
            difference.changes.filter { !$0.effect.isLedgerOnly }.map(\.summary).sorted() == [
                "join user/bob in group/admin", "leave user/ann in group/admin",
            ])
    }

    @Test("the root user stays where it is")
    func rootEdges() throws {
        let wanted = state(user("ann"), group("admin", members: exactly("ann")))
        let difference = world().difference(wanted)
        #expect(
            errors(difference) == [
                "reserved.change: a plan cannot leave user/acme in group/admin: `user/acme` is the account's root user"
            ])
        let found = try #require(difference.diagnostics.first { $0.severity == .error })
        #expect(found.help == "name the user in the list as `{external: acme}`, or keep the group")
        #expect(found.span != nil)

        let other = DesiredList(.exactly, [Reference("acme", isExternal: true)])
        #expect(
            errors(world().difference(state(group("ops", members: other)))) == [
                "reserved.change: a plan cannot join user/acme in group/ops: `user/acme` is the account's root user"
            ])
        let open = DesiredList(.atLeast, [Reference("ann")])
        #expect(errors(world().difference(state(user("ann"), group("admin", members: open)))) == [])
    }

    @Test("what is attached to something reserved stays attached")
    func attachments() {
        var world = world(policy("p"))
        for principal in [Self.linked, Self.admin] {
            world.attach(AttachmentKey(principal: principal, policy: .custom("p")))
        }
        #expect(
            errors(world.difference(state())) == [
                "reserved.change: a plan cannot detach policy/p on agency/ServiceLinkedAgencyForCOC: "
                    + "`agency/ServiceLinkedAgencyForCOC` is linked to a service, which owns it",
                "reserved.change: a plan cannot detach policy/p on group/admin: `group/admin` is the built-in group "
                    + "of administrators",
            ])
        // An ordinary group loses it as ever.
        world = self.world(policy("p"))
        world.attach(AttachmentKey(principal: Address(.group, "ops"), policy: .custom("p")))
        #expect(errors(world.difference(state())) == [])
    }

    @Test("what was managed once and turned out to be reserved is given up, not deleted")
    func pruning() {
        let world = world(
            user("ann"), group("admin", members: exactly("ann")), DesiredObject(Self.linked),
            DesiredObject(Self.region))
        let difference = world.difference(state(user("ann")))
        #expect(!difference.changesStore)
        let released = difference.changes.filter { $0.action == .release }.map(\.address).sorted()
        #expect(released == [Self.admin, Self.linked, Self.region])
        #expect(difference.diagnostics.map(\.code).filter { $0 == "reserved.kept" }.count == 3)
        #expect(difference.diagnostics.allSatisfy { $0.severity == .warning })
        // The same without marks is deleted.
        var unmarked = world
        for address in unmarked.observed.objects.keys { unmarked.observed.objects[address]?.reserved = nil }
        #expect(unmarked.difference(state(user("ann"))).changes.count { $0.action == .delete } == 3)
    }

    @Test("what is reserved is listed as such, and is not unmanaged")
    func listed() {
        var world = world(user("ann"))
        world.add(Address(.group, "ops"))
        let difference = world.difference(state(user("ann")))
        #expect(difference.unmanaged == [Address(.group, "ops")])
        #expect(difference.reserved.map(\.address) == [Self.root, Self.admin, Self.linked, Self.region])
        #expect(difference.diagnostics == [])
        let found = drift(
            applied: world.applied, observed: world.observed, capabilities: world.capabilities, asOf: noon)
        #expect(found.items == [])
        #expect(found.unmanaged == [Address(.group, "ops")])
        #expect(found.reserved == difference.reserved)
        let (plan, _) = world.plan(state(user("ann")))
        #expect(plan.reserved == difference.reserved)
        #expect(plan.json["reserved"]?.array?.count == 4)
    }

    @Test("a plan that lists reserved objects is read back from its file")
    func planFile() throws {
        for world in [World(applied: state(user("ann"))), world(user("ann"))] {
            let (plan, _) = world.plan(state(user("ann")))
            let bytes = Array(plan.json.prettyText.utf8)
            let read = try Plan(file: bytes)
            #expect(read == plan)
            #expect(read.digest == plan.digest)
            #expect((plan.json["reserved"] == nil) == plan.reserved.isEmpty)
        }
    }
}
