import WritModel
import WritTestKit

/// Changes one thing in a JSON value, as a person's slip would.
struct SchemaMutation {
    var random: SplitMix64

    /// The value with one node replaced, dropped, renamed or added.
    mutating func mutated(_ value: JSONValue) -> JSONValue {
        let paths = paths(in: value, [])
        return replace(value, at: random.pick(paths)[...])
    }

    private func paths(in value: JSONValue, _ path: [Int]) -> [[Int]] {
        switch value {
        case .object(let members):
            [path] + members.enumerated().flatMap { paths(in: $1.value, path + [$0]) }
        case .array(let items): [path] + items.enumerated().flatMap { paths(in: $1, path + [$0]) }
        case .null, .boolean, .number, .string: [path]
        }
    }

    private mutating func replace(_ value: JSONValue, at path: ArraySlice<Int>) -> JSONValue {
        guard let index = path.first else { return slip(value) }
        switch value {
        case .object(var members):
            members[index].value = replace(members[index].value, at: path.dropFirst())
            return .object(members)
        case .array(var items):
            items[index] = replace(items[index], at: path.dropFirst())
            return .array(items)
        case .null, .boolean, .number, .string: return value
        }
    }

    private mutating func slip(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(var members):
            switch random.below(4) {
            case 0 where !members.isEmpty: members.remove(at: random.below(members.count))
            case 1 where !members.isEmpty: members[random.below(members.count)].name += "s"
            case 2: members.append(.init(random.pick(Self.names), random.pick(Self.values)))
            default: return random.pick(Self.values)
            }
            return .object(members)
        case .array(var items):
            switch random.below(4) {
            case 0 where !items.isEmpty: items.append(items[random.below(items.count)])
            case 1: items.append(random.pick(Self.values))
            case 2: return ["atLeast": .array(items)]
            default: return random.pick(Self.values)
            }
            return .array(items)
        case .string(let text) where random.chance(40):
            return .string(random.pick(["", text + " ", " " + text, text + "/x", text + text, "x\ny", "12"]))
        case .null, .boolean, .number, .string: return random.pick(Self.values)
        }
    }

    private static let names = ["unknown", "members", "expires", "none", "external", "scope", "documentFile"]

    private static let values: [JSONValue] = [
        .null, true, false, 0, 7, 100_000, .number("1.5"), "", "a", "2027-01-31", "forever", "30d", [], ["a"],
        [[:]], [:], ["external": "a"], ["name": "a", "expires": "2027-01-31"], ["none": []],
        ["account": "a"], ["atLeast": ["a"], "none": ["b"]],
    ]
}
