import Testing
import WritModel
import WritPlan

/// Identity providers through which nobody, or not the applier, could log in any more.
@Suite("the lockout guard on identity providers")
struct ProviderGuardTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        /// `nil` where no provider is live.
        var before: FieldMap<DesiredValue>?
        /// `nil` where no provider is declared.
        var after: FieldMap<DesiredValue>?
        var appliers: [String] = []
        /// What the last applied commit named.
        var applierBefore: String?
        /// Words of the refusal; `nil` where the plan passes.
        var refused: String?

        var testDescription: String { name }
    }

    private static func fields(
        otherLogins: Bool? = nil, enabled: Bool? = true, metadata: String = "<a/>",
        _ mappings: [FederationMapping]? = nil, description: String = "x"
    ) -> FieldMap<DesiredValue> {
        var fields: FieldMap<DesiredValue> = [
            .description: .scalar(.text(description)),
            .signIn: .scalar(.text(mappings == nil ? "user" : "role")),
            .samlMetadata: .scalar(.text(metadata)),
        ]
        fields[.otherLogins] = otherLogins.map { .scalar(.boolean($0)) }
        fields[.enabled] = enabled.map { .scalar(.boolean($0)) }
        fields[.mappings] = mappings.map { .list(DesiredList(.exactly, $0.map(Item.mapping))) }
        return fields
    }

    private static func mapping(_ name: String, _ groups: String..., value: String = "v") -> FederationMapping
    {
        FederationMapping(
            name, when: [FederationCondition("groups", .anyOf([value]))],
            groups: groups.map { Reference($0) })
    }

    static let rows: [Row] = [
        Row(name: "other logins stay", before: fields(otherLogins: true), after: fields(otherLogins: true)),
        Row(name: "nothing says that they go", before: fields(), after: fields(description: "y")),
        Row(
            name: "other logins go", before: fields(otherLogins: true), after: fields(otherLogins: false),
            refused: "would be the only way to log in"),
        Row(
            name: "a new provider takes the other logins away", after: fields(otherLogins: false),
            refused: "would be the only way to log in"),
        Row(
            name: "a new provider that is disabled takes nothing away",
            after: fields(otherLogins: false, enabled: false)),
        Row(
            name: "a provider that takes the other logins away is enabled",
            before: fields(otherLogins: false, enabled: false), after: fields(otherLogins: false),
            refused: "would be the only way to log in"),
        Row(
            name: "they were off before", before: fields(otherLogins: false),
            after: fields(otherLogins: false, description: "y")),
        Row(
            name: "other metadata while they are off", before: fields(otherLogins: false),
            after: fields(otherLogins: false, metadata: "<b/>"), refused: "with another `saml.metadata`"),
        Row(
            name: "other metadata in the commit that turns them on", before: fields(otherLogins: false),
            after: fields(otherLogins: true, metadata: "<b/>")),
        Row(
            name: "other metadata beside them", before: fields(otherLogins: true),
            after: fields(otherLogins: true, metadata: "<b/>")),
        Row(
            name: "disabled while they are off", before: fields(otherLogins: false),
            after: fields(otherLogins: false, enabled: false), refused: "would be disabled"),
        Row(
            name: "disabled in the commit that turns them on", before: fields(otherLogins: false),
            after: fields(otherLogins: true, enabled: false)),
        Row(
            name: "deleted while they are off", before: fields(otherLogins: false),
            refused: "would be deleted"),
        Row(name: "deleted beside them", before: fields(otherLogins: true)),
        Row(
            name: "the applier's is deleted", before: fields([mapping("a", "g")]),
            appliers: ["identity-provider/corporate"],
            refused: "is how plans are applied, and would be deleted"),
        Row(
            name: "that of who applied until now is deleted", before: fields([mapping("a", "g")]),
            applierBefore: "identity-provider/corporate", refused: "would be deleted"),
        Row(
            name: "somebody else's is deleted", before: fields([mapping("a", "g")]),
            appliers: ["identity-provider/other"]),
        Row(
            name: "a user of its name applies plans", before: fields([mapping("a", "g")]),
            appliers: ["user/corporate"]),
        Row(
            name: "the applier's is disabled", before: fields([mapping("a", "g")]),
            after: fields(enabled: false, [mapping("a", "g")]), appliers: ["identity-provider/corporate"],
            refused: "would be disabled"),
        Row(
            name: "the applier's loses a mapping", before: fields([mapping("a", "g"), mapping("b", "h")]),
            after: fields([mapping("a", "g")]), appliers: ["identity-provider/corporate"],
            refused: "would lose what its mapping `b` gives"),
        Row(
            name: "the applier's mapping loses a group", before: fields([mapping("a", "g", "h")]),
            after: fields([mapping("a", "g")]), appliers: ["identity-provider/corporate"],
            refused: "would lose what its mapping `a` gives"),
        Row(
            name: "the applier's mapping asks for something else", before: fields([mapping("a", "g")]),
            after: fields([mapping("a", "g", value: "w")]), appliers: ["identity-provider/corporate"],
            refused: "would lose what its mapping `a` gives"),
        Row(
            name: "the applier's mapping gets a group, and another name", before: fields([mapping("a", "g")]),
            after: fields([mapping("b", "g", "h")]), appliers: ["identity-provider/corporate"]),
    ]

    private func state(_ fields: FieldMap<DesiredValue>?) -> DesiredState {
        var objects = ["g", "h"].map { DesiredObject(Address(.group, $0)) }
        if let fields {
            objects.append(DesiredObject(Address(.identityProvider, "corporate"), fields: fields))
        }
        return DesiredState(objects)
    }

    @Test(arguments: rows) func `a provider locks nobody out`(_ row: Row) {
        var world = World(applied: state(row.before))
        world.target.guards.applier = row.appliers.first.flatMap(Address.init(parsing:))
        world.applied.revision?.guards.applier = row.applierBefore.flatMap(Address.init(parsing:))
        let refusals = world.refusals(state(row.after)).filter { $0.rule == .lockout }
        #expect(refusals.count == (row.refused == nil ? 0 : 1), "\(refusals)")
        if let words = row.refused {
            #expect(refusals.first?.message.contains(words) == true, "\(refusals)")
            #expect(refusals.first?.items == ["identity-provider/corporate"])
        }
    }

    @Test func `a provider that is renamed stays the applier's`() {
        var world = World(applied: state(Self.fields([Self.mapping("a", "g")])))
        world.target.guards.applier = Address(.identityProvider, "corporate")
        var renamed = state(nil)
        let address = Address(.identityProvider, "company")
        renamed.objects[address] = DesiredObject(
            address, formerly: ["corporate"], fields: Self.fields([Self.mapping("a", "h")]))
        let refusals = world.refusals(renamed).filter { $0.rule == .lockout }
        #expect(refusals.map(\.message).contains { $0.contains("would lose what its mapping `a`") })
    }
}
