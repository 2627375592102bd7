import Testing
import WritModel
import WritPlan

/// Address lists that would shut out those who apply plans. That a list is emptied, and admits everybody, is another guard's.
@Suite("the lockout guard")
struct LockoutTests {
    struct Row: CustomTestStringConvertible {
        var name: String
        var field = Field.apiAllowFrom
        /// `nil` where no list is live.
        var before: [String]?
        var after: [String]
        /// From where plans are applied.
        var applier: [String] = []
        /// What the commit applied last said of that.
        var applierBefore: [String] = []
        /// Words of the refusal; `nil` where the plan passes.
        var refused: String?

        var testDescription: String { name }
    }

    static let rows: [Row] = [
        Row(name: "no list admits all", before: ["10.0.0.0/8"], after: [], applier: ["203.0.113.7"]),
        Row(
            name: "the applier is left out", before: ["0.0.0.0/0"], after: ["198.51.100.0/24"],
            applier: ["203.0.113.7"], refused: "would not admit 203.0.113.7, from where plans are applied"),
        Row(
            name: "a part of the applier's network is left out", after: ["203.0.113.0/25"],
            applier: ["203.0.113.0/24"], refused: "would not admit 203.0.113.0/24"),
        Row(
            name: "the network is there in two parts", after: ["203.0.113.128/25", "203.0.113.0/25"],
            applier: ["203.0.113.0/24"]),
        Row(
            name: "a gap of one address", after: ["203.0.113.0-203.0.113.9", "203.0.113.11-203.0.113.255"],
            applier: ["203.0.113.0/24"], refused: "would not admit 203.0.113.0/24"),
        Row(
            name: "the other version of addresses", after: ["::/0"], applier: ["203.0.113.7"],
            refused: "would not admit 203.0.113.7"),
        Row(
            name: "where plans were applied from until now", after: ["198.51.100.0/24"],
            applier: ["198.51.100.1"], applierBefore: ["203.0.113.7"],
            refused: "would not admit 203.0.113.7"),
        Row(
            name: "a first list, and nobody says from where plans are applied", after: ["10.0.0.0/8"],
            refused: "no `applierAddresses:` in `writ.yaml` says"),
        Row(
            name: "a shorter list, and nobody says", before: ["10.0.0.0/8", "192.0.2.0/24"],
            after: ["10.0.0.0/8"], refused: "would admit fewer addresses"),
        Row(name: "a longer list", before: ["10.0.0.0/8"], after: ["10.0.0.0/8", "192.0.2.0/24"]),
        Row(name: "a first list with every address", after: ["0.0.0.0/0", "::/0"]),
        Row(name: "a list of the console", field: .consoleAllowFrom, after: ["10.0.0.0/8"]),
    ]

    private func settings(_ field: Field, _ ranges: [String]?) -> DesiredObject {
        let items = ranges?.compactMap(AddressRange.init(bounds:)).map {
            Item.addresses(AdmittedAddresses($0))
        }
        let value = items.map { DesiredValue.list(DesiredList(.exactly, $0)) }
        return DesiredObject(
            Address(.securitySettings, "default"),
            fields: value.map { [field: $0] } ?? [.lockoutFailures: .scalar(.integer(5))])
    }

    private func ranges(_ texts: [String]) -> [AddressRange] { texts.compactMap(AddressRange.init(bounds:)) }

    @Test(arguments: rows) func `an address list shuts nobody out who is needed`(_ row: Row) {
        var world = World(applied: DesiredState([settings(row.field, row.before)]))
        world.target.guards.applierAddresses = ranges(row.applier)
        world.applied.revision?.guards.applierAddresses = ranges(row.applierBefore)
        let refusals = world.refusals(DesiredState([settings(row.field, row.after)]))
            .filter { $0.rule == .lockout }
        #expect(refusals.count == (row.refused == nil ? 0 : 1), "\(refusals)")
        if let words = row.refused {
            #expect(refusals.first?.message.contains(words) == true, "\(refusals)")
            #expect(refusals.first?.items == ["security-settings/default"])
        }
    }

    @Test func `where plans are applied from is a guard that a commit cannot drop`() {
        let state = DesiredState([settings(.apiAllowFrom, ["0.0.0.0/0"])])
        var world = World(applied: state)
        world.applied.revision?.guards.applierAddresses = ranges(["203.0.113.7"])
        #expect(rules(world.refusals(state)) == [.loosenedGuards])
        world.target.guards.applierAddresses = ranges(["203.0.113.7", "203.0.113.8"])
        #expect(world.refusals(state) == [])
    }

    @Test func `the settings read back`() throws {
        var settings = GuardSettings()
        settings.applierAddresses = ranges(["203.0.113.7", "2001:db8::/32"])
        #expect(GuardSettings(json: settings.json) == settings)
    }
}
