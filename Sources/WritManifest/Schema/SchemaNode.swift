package import WritModel

/// A JSON Schema (draft 2020-12), or a part of one, while it is put together.
package struct SchemaNode: Hashable, Sendable {
    /// The keywords, in the order in which they are printed.
    package private(set) var keywords: [JSONValue.Member]

    /// A schema of these keywords.
    package init(_ keywords: [JSONValue.Member] = []) {
        self.keywords = keywords
    }

    /// The schema as JSON.
    package var json: JSONValue { .object(keywords) }

    /// The schema with one more keyword.
    package func with(_ keyword: String, _ value: JSONValue) -> SchemaNode {
        SchemaNode(keywords + [.init(keyword, value)])
    }

    /// The schema with a sentence for readers and editors.
    package func described(_ text: String) -> SchemaNode {
        SchemaNode([.init("description", .string(text))] + keywords.filter { $0.name != "description" })
    }

    /// The schema with values that show what is meant.
    package func examples(_ values: JSONValue...) -> SchemaNode { with("examples", .array(values)) }
}

extension SchemaNode {
    /// Anything of a JSON type.
    package static func type(_ name: String) -> SchemaNode { SchemaNode([.init("type", .string(name))]) }

    /// Anything of one of several JSON types.
    package static func types(_ names: [String]) -> SchemaNode {
        SchemaNode([.init("type", .array(names.map(JSONValue.string)))])
    }

    /// A text.
    package static var text: SchemaNode { type("string") }

    /// A text that says something.
    package static var someText: SchemaNode { text.with("minLength", 1) }

    /// A text that `pattern` (ECMA-262, as JSON Schema has it) finds something in.
    package static func text(matching pattern: String) -> SchemaNode {
        text.with("pattern", .string(pattern))
    }

    /// `true` or `false`.
    package static var boolean: SchemaNode { type("boolean") }

    /// A whole number.
    package static var integer: SchemaNode { type("integer") }

    /// A whole number within `range`.
    package static func integer(_ range: ClosedRange<Int>) -> SchemaNode {
        integer.with("minimum", .integer(range.lowerBound)).with("maximum", .integer(range.upperBound))
    }

    /// One of a few words.
    package static func words(_ words: [String]) -> SchemaNode {
        SchemaNode([.init("enum", .array(words.map(JSONValue.string)))])
    }

    /// One word.
    package static func constant(_ word: String) -> SchemaNode {
        SchemaNode([.init("const", .string(word))])
    }

    /// A list of `item`.
    package static func list(of item: SchemaNode) -> SchemaNode {
        type("array").with("items", item.json)
    }

    /// The definition of that name.
    package static func definition(_ name: String) -> SchemaNode {
        SchemaNode([.init("$ref", .string("#/$defs/" + name))])
    }

    /// An object with these properties and no others.
    package static func closed(
        _ properties: [(String, SchemaNode)], required: [String] = []
    ) -> SchemaNode {
        var node = type("object")
            .with("properties", .object(properties.map { .init($0.0, $0.1.json) }))
        if !required.isEmpty { node = node.with("required", .array(required.map(JSONValue.string))) }
        return node.with("additionalProperties", false)
    }

    /// An object with these properties, all but the optional ones, and no others.
    package static func whole(
        _ properties: [(String, SchemaNode)], optional: [(String, SchemaNode)] = []
    ) -> SchemaNode {
        closed(properties + optional, required: properties.map(\.0))
    }

    /// Any of several schemas.
    package static func any(of nodes: [SchemaNode]) -> SchemaNode {
        SchemaNode([.init("anyOf", .array(nodes.map(\.json)))])
    }
}
