import Testing
import WritDiagnostics
import WritModel
import WritTestKit

@testable import WritPlan

/// What a plan does about access keys, from what is declared, applied and live.
struct KeyRotationTests {
    private static let day: Int64 = 86_400

    struct Row: CustomTestStringConvertible, Sendable {
        var name: String
        var declared: [DeclaredAccessKey]
        var mode = ListMode.exactly
        var live: [LiveAccessKey] = []
        var applied: [DeclaredAccessKey] = []
        var graceDays: Int?
        /// The changes, as `issue ci 2`, and the codes of what is said.
        var expected: [String]
        var isForeign = false
        var testDescription: String { name }
    }

    private static func live(
        _ generation: Int, _ name: String = "ci", used: Int64? = nil, disabledDaysAgo: Double? = nil,
        isInactive: Bool = false
    ) -> LiveAccessKey {
        LiveAccessKey(
            id: "AK\(name)\(generation)", name: name, generation: generation,
            status: disabledDaysAgo == nil && !isInactive ? .active : .inactive,
            createdAt: noon.advanced(by: -100 * day), lastUsedAt: used.map { noon.advanced(by: $0) },
            disabledAt: disabledDaysAgo.map { noon.advanced(by: -Int64($0 * Double(day))) })
    }

    private static func key(
        _ generation: Int, _ name: String = "ci", status: DeclaredAccessKey.Status = .active,
        confirmed: Int? = nil, deliverTo: Recipient? = sampleRecipients[0]
    ) -> DeclaredAccessKey {
        DeclaredAccessKey(
            name: name, status: status, generation: generation, confirmed: confirmed, deliverTo: deliverTo)
    }

    static let rows: [Row] = [
        // Making
        Row(name: "a declared key that is not there is made", declared: [key(1)], expected: ["issue ci 1"]),
        Row(
            name: "without a recipient nothing is made", declared: [key(1, deliverTo: nil)],
            expected: ["credential.no-recipient"]),
        Row(name: "a key that is there as declared stays", declared: [key(1)], live: [live(1)], expected: []),
        Row(
            name: "a key that is there needs no recipient", declared: [key(1, deliverTo: nil)],
            live: [live(1)],
            expected: []),
        Row(
            name: "a higher generation makes a new key and leaves the old one", declared: [key(2)],
            live: [live(1)], applied: [key(1)], expected: ["issue ci 2"]),
        Row(
            name: "two names are two keys", declared: [key(1), key(1, "cd")],
            expected: ["issue cd 1", "issue ci 1"]),
        Row(
            name: "a key that is declared inactive is not made", declared: [key(1, status: .inactive)],
            expected: []),
        // Once for each generation
        Row(
            name: "a key that got lost is not made again under its number", declared: [key(1)],
            applied: [key(1)], expected: ["credential.lost"]),
        Row(
            name: "a key that got lost is made anew under a higher number", declared: [key(2)],
            applied: [key(1)], expected: ["issue ci 2"]),
        Row(
            name: "a generation that fell below what was applied is refused", declared: [key(1)],
            applied: [key(2)], expected: ["credential.rollback"]),
        Row(
            name: "a generation that fell below what is live is refused", declared: [key(1)],
            live: [live(1), live(2)], expected: ["credential.rollback"]),
        // Taking over
        Row(
            name: "the old key stays until the new one is used", declared: [key(2)],
            live: [live(1, used: -5), live(2)], applied: [key(2)], expected: ["credential.waits"]),
        Row(
            name: "the old key is disabled once the new one is used", declared: [key(2)],
            live: [live(1, used: -500), live(2, used: -5)], applied: [key(2)], expected: ["disable ci 1"]),
        Row(
            name: "an old key that was never used is disabled once the new one is", declared: [key(2)],
            live: [live(1), live(2, used: -5)], applied: [key(2)], expected: ["disable ci 1"]),
        Row(
            name: "an old key that was used after the new one stays", declared: [key(2)],
            live: [live(1, used: -4), live(2, used: -5)], applied: [key(2)], expected: ["credential.waits"]),
        Row(
            name: "what is confirmed takes over, seen in use or not", declared: [key(2, confirmed: 2)],
            live: [live(1, used: -4), live(2)], applied: [key(2)], expected: ["disable ci 1"]),
        Row(
            name: "an earlier confirmation says nothing of this generation", declared: [key(2, confirmed: 1)],
            live: [live(1), live(2)], applied: [key(2)], expected: ["credential.waits"]),
        Row(
            name: "a new key that cannot be used takes nothing over, but is enabled",
            declared: [key(2, confirmed: 2)],
            live: [live(1), live(2, isInactive: true)], applied: [key(2)],
            expected: ["enable ci 2", "credential.waits"]),
        Row(
            name: "the old key goes a day after it was disabled", declared: [key(2)],
            live: [live(1, disabledDaysAgo: 1), live(2, used: -5)], applied: [key(2)],
            expected: ["revoke ci 1"]),
        Row(
            name: "a disabled key stays for its day", declared: [key(2)],
            live: [live(1, disabledDaysAgo: 0.9), live(2, used: -5)], applied: [key(2)], expected: []),
        Row(
            name: "a disabled key stays for the declared days", declared: [key(2)],
            live: [live(1, disabledDaysAgo: 6.9), live(2, used: -5)], applied: [key(2)], graceDays: 7,
            expected: []),
        Row(
            name: "no day of grace: a disabled key goes at the next plan", declared: [key(2)],
            live: [live(1, disabledDaysAgo: 0), live(2, used: -5)], applied: [key(2)], graceDays: 0,
            expected: ["revoke ci 1"]),
        Row(
            name: "nobody knows since when it is disabled: it stays", declared: [key(2)],
            live: [live(1, isInactive: true), live(2, used: -5)], applied: [key(2)], expected: []),
        Row(
            name: "where nothing was applied yet a rotation goes on after the first apply",
            declared: [key(2)],
            live: [live(1, disabledDaysAgo: 3), live(2, used: -5)], expected: []),
        // Room
        Row(
            name: "a disabled predecessor makes room", declared: [key(3)],
            live: [live(1, isInactive: true), live(2)], applied: [key(2)],
            expected: ["revoke ci 1", "issue ci 3"]),
        Row(
            name: "a predecessor that is in use makes no room", declared: [key(3)], live: [live(1), live(2)],
            applied: [key(2)], expected: ["credential.no-room"]),
        Row(
            name: "two declared keys cannot be rotated where there is room for two",
            declared: [key(2), key(1, "cd")], live: [live(1), live(1, "cd")],
            applied: [key(1), key(1, "cd")],
            expected: ["credential.no-room"]),
        Row(
            name: "only as many keys are made as there is room for",
            declared: [key(1), key(1, "cd"), key(1, "ce")],
            expected: ["issue cd 1", "issue ci 1", "credential.no-room"]),
        // Status
        Row(
            name: "a key that is declared inactive is disabled", declared: [key(1, status: .inactive)],
            live: [live(1)], applied: [key(1)], expected: ["disable ci 1"]),
        Row(
            name: "an inactive key has no active predecessor either", declared: [key(2, status: .inactive)],
            live: [live(1), live(2)], applied: [key(2)], expected: ["disable ci 1", "disable ci 2"]),
        Row(
            name: "somebody disabled a key: it is enabled", declared: [key(1)],
            live: [live(1, disabledDaysAgo: 3)],
            applied: [key(1)], expected: ["enable ci 1"]),
        // Keys that nobody declares
        Row(
            name: "a key beside an exact list is disabled", declared: [key(1)],
            live: [live(1), live(1, "AKx")],
            applied: [key(1)], expected: ["disable AKx 1"], isForeign: true),
        Row(
            name: "a key beside an exact list stays until what is declared is there", declared: [key(1)],
            live: [live(1, "AKx")], expected: ["issue ci 1", "credential.waits"]),
        Row(
            name: "a disabled key beside an exact list goes after its day", declared: [key(1)],
            live: [live(1), live(1, "AKx", disabledDaysAgo: 2)], applied: [key(1)],
            expected: ["revoke AKx 1"],
            isForeign: true),
        Row(
            name: "an item that left the list is disabled", declared: [key(1)],
            live: [live(1), live(1, "cd")],
            applied: [key(1), key(1, "cd")], expected: ["disable cd 1"]),
        Row(
            name: "an empty list disables what there is", declared: [], live: [live(1)], applied: [key(1)],
            expected: ["disable ci 1"]),
        Row(
            name: "beside a list of what has to be there all others stay", declared: [key(1)], mode: .atLeast,
            live: [live(1), live(1, "AKx")], applied: [key(1)], expected: []),
        Row(
            name: "a forbidden name is disabled", declared: [key(1)], mode: .none,
            live: [live(1), live(1, "cd")],
            expected: ["disable ci 1"]),
        Row(
            name: "a forbidden name that was disabled goes", declared: [key(1)], mode: .none,
            live: [live(1, disabledDaysAgo: 1.5)], expected: ["revoke ci 1"]),
    ]

    @Test("what happens to keys", arguments: rows)
    func steps(row: Row) {
        let difference = diffOfKeys(row)
        let changes = ordered(difference.changes).filter { $0.action != .adopt }
        let said = difference.diagnostics.map(\.code)
        #expect(changes.map(words) + said == row.expected)
        #expect(changes.allSatisfy { $0.isForeign == row.isForeign })
        #expect(difference.diagnostics.allSatisfy { $0.help != nil })
    }

    @Test(
        "no plan leaves fewer keys that can be used than declared ones that are there, and none more than the store takes",
        arguments: rows)
    func neverTooFewOrMany(row: Row) {
        let difference = diffOfKeys(row)
        guard !difference.diagnostics.hasErrors, row.mode != .none else { return }
        var live = row.live
        var fewest = live.count { $0.status == .active }
        let start = fewest
        var most = live.count
        for change in ordered(difference.changes) {
            switch change.effect {
            case .issue(let order):
                guard case .accessKey(let name) = order.name else { continue }
                live.append(
                    LiveAccessKey(id: "new", name: name, generation: order.generation, createdAt: noon))
            case .enable(let key): set(.active, key.id, &live)
            case .disable(let key): set(.inactive, key.id, &live)
            case .revoke(let key):
                #expect(live.first { $0.id == key.id }?.status == .inactive)
                live.removeAll { $0.id == key.id }
            default: continue
            }
            fewest = min(fewest, live.count { $0.status == .active })
            most = max(most, live.count)
        }
        let wanted = row.declared.count { $0.status == .active }
        #expect(fewest >= min(start, min(wanted, 1)), "never zero keys that can be used")
        #expect(most <= max(2, row.live.count), "never three")
    }

    @Test("keys that are too old or too many are told, and stay")
    func limits() {
        let ann = Address(.user, "ann")
        func codes(max: Int?, days: Int?, _ live: [LiveAccessKey]) -> [String] {
            var object = DesiredObject(ann)
            var fields: FieldMap<Value> = [:]
            if let max {
                object.fields[.accessKeysMax] = .scalar(.integer(max))
                fields[.accessKeysMax] = .integer(max)
            }
            if let days {
                object.fields[.accessKeysMaxAgeDays] = .scalar(.integer(days))
                fields[.accessKeysMaxAgeDays] = .integer(days)
            }
            var world = World()
            world.observed.objects[ann] = ObservedObject(
                ann, id: "id of ann", version: Version("1"), fields: fields, accessKeys: live)
            world.own(object)
            let difference = diff(world.input(DesiredState(objects: [ann: object])))
            #expect(difference.changes == [])
            return difference.diagnostics.map(\.code)
        }
        // They were made a hundred days ago.
        let two = [Self.live(1), Self.live(2)]
        #expect(codes(max: 1, days: nil, two) == ["credential.too-many"])
        #expect(codes(max: 2, days: nil, two) == [])
        #expect(codes(max: 1, days: nil, [Self.live(1, isInactive: true), Self.live(2)]) == [])
        #expect(codes(max: nil, days: 99, two) == ["credential.too-old", "credential.too-old"])
        #expect(codes(max: nil, days: 100, two) == [])
        #expect(codes(max: nil, days: 1, [Self.live(1, isInactive: true)]) == [])
    }

    private func set(
        _ status: DeclaredAccessKey.Status, _ id: String, _ live: inout [LiveAccessKey]
    ) {
        for index in live.indices where live[index].id == id { live[index].status = status }
    }

    private func words(_ change: Change) -> String {
        switch change.effect {
        case .issue(let order):
            if case .accessKey(let name) = order.name { "issue \(name) \(order.generation)" } else { "issue" }
        case .enable(let key), .disable(let key), .revoke(let key):
            "\(change.action.rawValue) \(key.name) \(key.generation)"
        default: change.summary
        }
    }

    private func diffOfKeys(_ row: Row) -> Difference {
        let ann = Address(.user, "ann")
        var object = DesiredObject(ann)
        object.fields[.accessKeysKeys] = .list(DesiredList(row.mode, row.declared.map(Item.accessKey)))
        if let days = row.graceDays { object.fields[.accessKeysGraceDays] = .scalar(.integer(days)) }
        var world = World()
        var fields: FieldMap<Value> = [:]
        if let days = row.graceDays { fields[.accessKeysGraceDays] = .integer(days) }
        world.observed.objects[ann] = ObservedObject(
            ann, id: "id of ann", version: Version("1"), fields: fields, accessKeys: row.live)
        var base = DesiredObject(ann)
        base.fields = object.fields
        base.fields[.accessKeysKeys] = .list(DesiredList(row.mode, row.applied.map(Item.accessKey)))
        world.own(base)
        return diff(world.input(DesiredState(objects: [ann: object])))
    }
}
