package import WritModel

extension LintedPolicy {
    /// Whether `${` stands anywhere in it.
    package var hasVariables: Bool { json.compactText.contains("${") }
}

extension JSONValue {
    /// Whether it is a text, a number or a boolean.
    package var isScalar: Bool {
        switch self {
        case .string, .number, .boolean: true
        case .null, .array, .object: false
        }
    }

    /// Every text, number and boolean in it with its place, member names left out, in order.
    package func scalars(at path: ElementPath = ElementPath()) -> [(value: JSONValue, path: ElementPath)] {
        switch self {
        case .string, .number, .boolean: [(self, path)]
        case .null: []
        case .array(let items): items.enumerated().flatMap { $1.scalars(at: path.item($0)) }
        case .object(let members): members.flatMap { $0.value.scalars(at: path.member($0.name)) }
        }
    }
}
