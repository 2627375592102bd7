/// A JSON value that keeps what JSON texts say: member order, duplicates' absence, the spelling of numbers.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The number as it was spelled.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members in the author's order; names are unique.
    case object([Member])

    /// A named value of an object.
    package struct Member: Hashable, Sendable {
        /// The member's name.
        package var name: String
        /// The member's value.
        package var value: JSONValue

        package init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// A number without fraction.
    package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

    /// The member `name` of an object; `nil` where there is none or the value is no object.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text, if it is one.
    package var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The boolean, if it is one.
    package var boolean: Bool? { if case .boolean(let value) = self { value } else { nil } }
    /// The items, if it is an array.
    package var array: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
    /// The members, if it is an object.
    package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
    /// The number, if it is a whole one that fits.
    package var integer: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByIntegerLiteral, ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .string(value) }
    package init(booleanLiteral value: Bool) { self = .boolean(value) }
    package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    package init(integerLiteral value: Int) { self = .number(String(value)) }
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(elements.map { Member($0.0, $0.1) })
    }
}
