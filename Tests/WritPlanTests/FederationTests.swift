import Testing
import WritDiagnostics
import WritModel
import WritPlan

/// Identity providers and the groups that their mappings name.
@Suite("plans of identity providers")
struct FederationTests {
    private let corporate = Address(.identityProvider, "corporate")

    private func provider(_ groups: String..., formerly: [String] = [], name: String = "corporate")
        -> DesiredObject
    {
        DesiredObject(
            Address(.identityProvider, name), formerly: formerly,
            fields: [
                .signIn: .scalar(.text("role")), .samlMetadata: .scalar(.text("<a/>")),
                .mappings: .list(
                    DesiredList(
                        .exactly,
                        [
                            .mapping(
                                FederationMapping(
                                    "m", when: [FederationCondition("x")], user: "{0}",
                                    groups: groups.map { Reference($0) }))
                        ])),
            ])
    }

    private func group(_ name: String, formerly: [String] = []) -> DesiredObject {
        DesiredObject(Address(.group, name), formerly: formerly)
    }

    @Test func `a group that is renamed stays named, and nothing else changes`() {
        let world = World(applied: DesiredState([group("a"), provider("a")]))
        let difference = world.difference(DesiredState([group("b", formerly: ["a"]), provider("b")]))
        #expect(difference.changes.map(\.summary) == ["rename group/a to group/b"])
        #expect(difference.diagnostics == [])
    }

    @Test func `a new group comes before the provider that names it`() {
        let difference = World().difference(DesiredState([group("a"), provider("a")]))
        #expect(
            difference.changes.map(\.summary) == ["create group/a", "create identity-provider/corporate"])
        #expect(difference.changes[0].step < difference.changes[1].step)
    }

    @Test func `a provider goes before the group that it names`() {
        let world = World(applied: DesiredState([group("a"), provider("a")]))
        let changes = world.difference(DesiredState()).changes
        #expect(changes.map(\.summary) == ["delete identity-provider/corporate", "delete group/a"])
        #expect(changes[0].step < changes[1].step)
    }

    @Test func `a mapping lets go of a group before the group goes`() {
        let world = World(applied: DesiredState([group("a"), group("b"), provider("a", "b")]))
        let difference = world.difference(DesiredState([group("b"), provider("b")]))
        #expect(
            difference.changes.map(\.summary) == ["update identity-provider/corporate", "delete group/a"])
        #expect(difference.diagnostics == [])
    }

    @Test(arguments: [true, false])
    func `a group that goes while a mapping names it is an error`(_ isManaged: Bool) {
        var world = World(applied: DesiredState(isManaged ? [group("a"), provider("a")] : [group("a")]))
        var rest = DesiredState()
        if isManaged {
            var stated = provider("a")
            stated.fields[.mappings] = nil
            rest = DesiredState([stated])
        } else {
            let fields = provider("a").fields.compactMap { _, value in value.resolved(against: nil) }
            world.add(corporate, fields)
        }
        let found = world.difference(rest).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["federation.group-deleted"])
        #expect(
            found.first?.message
                == "`group/a` cannot be deleted: the mapping `m` of `identity-provider/corporate` names it")
        #expect(found.first?.help?.contains(isManaged ? "state the provider's" : "in the store") == true)
    }

    @Test func `a group that is not managed is no difference`() {
        var stated = provider()
        stated.fields[.mappings] = .list(
            DesiredList(
                .exactly,
                [
                    .mapping(
                        FederationMapping(
                            "m", when: [FederationCondition("x")], user: "{0}",
                            groups: [Reference("a", isExternal: true)]))
                ]))
        var world = World(applied: DesiredState([provider("a")]))
        world.add(Address(.group, "a"))
        #expect(!world.difference(DesiredState([stated])).changesStore)
    }

    @Test func `an external group that the store does not have is an error`() {
        var stated = provider()
        stated.fields[.mappings] = .list(
            DesiredList(
                .exactly,
                [
                    .mapping(
                        FederationMapping(
                            "m", when: [FederationCondition("x")],
                            groups: [Reference("opz", isExternal: true)]))
                ]))
        var world = World()
        world.add(Address(.group, "ops"))
        let found = world.difference(DesiredState([stated])).diagnostics
        #expect(found.map(\.code) == ["ref.external-missing"])
        #expect(found.first?.help == "did you mean `ops`?")
    }

    @Test func `another way of signing in needs a new provider`() {
        var world = World(applied: DesiredState([provider()]))
        world.capabilities.exceptions[.identityProvider] = [.signIn: .replaceOnChange]
        var other = provider()
        other.fields[.signIn] = .scalar(.text("user"))
        let difference = world.difference(DesiredState([other]))
        #expect(!difference.changesStore)
        #expect(difference.diagnostics.map(\.code) == ["store.unchangeable"])
        #expect(difference.diagnostics.first?.help?.contains("declare a new IdentityProvider") == true)
    }

    @Test func `another protocol needs a new provider`() {
        let world = World(applied: DesiredState([provider()]))
        var other = provider()
        other.fields[.samlMetadata] = nil
        other.fields[.oidcIssuer] = .scalar(.text("https://a.example"))
        let found = world.difference(DesiredState([other])).diagnostics.filter { $0.severity == .error }
        #expect(found.map(\.code) == ["federation.protocol"])
        #expect(found.first?.message.contains("speaks SAML in the store and OpenID Connect") == true)
    }

    @Test func `what somebody changed about a mapping is drift, and is accepted`() {
        var world = World(applied: DesiredState([group("a"), group("b"), provider("a")]))
        let live = provider("a", "b").fields[.mappings]?.resolved(against: nil)
        world.observed.objects[corporate]?.fields[.mappings] = live
        let found = drift(
            applied: world.applied, observed: world.observed, capabilities: world.capabilities, asOf: noon)
        #expect(found.items.map(\.address) == [corporate])
        let state = DesiredState([group("a"), group("b"), provider("a")])
        let accepted = accept(AcceptedObjects(addresses: nil), world.input(state))
        #expect(accepted == DesiredState([group("a"), group("b"), provider("a", "b")]))
    }

    @Test func `a group that goes leaves the mappings that are accepted`() {
        var world = World(applied: DesiredState([group("a"), group("b"), provider("a", "b")]))
        world.observed.objects[Address(.group, "a")] = nil
        world.observed.objects[corporate]?.fields[.mappings] =
            provider("b").fields[.mappings]?.resolved(against: nil)
        let state = DesiredState([group("a"), group("b"), provider("a", "b")])
        #expect(
            accept(AcceptedObjects(addresses: nil), world.input(state))
                == DesiredState([group("b"), provider("b")]))
    }
}
