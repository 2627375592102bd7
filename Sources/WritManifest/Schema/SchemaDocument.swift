package import WritModel

/// A whole schema: what it is called, what it says, and the definitions that it uses.
package struct SchemaDocument: Sendable {
    /// What names it everywhere, such as `urn:writ:manifest:v1`.
    package var id: String
    /// A few words for an editor's list.
    package var title: String
    /// What a document of this schema is.
    package var summary: String
    /// The schema of the document itself.
    package var root: SchemaNode
    /// What `root` and they themselves refer to; those that nothing refers to are left out.
    package var definitions: [(name: String, node: SchemaNode)]

    /// A schema of `root`, with the definitions it may refer to.
    package init(
        id: String, title: String, summary: String, root: SchemaNode,
        definitions: [(name: String, node: SchemaNode)]
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.root = root
        self.definitions = definitions
    }

    /// The schema as JSON, complete in itself: it refers to nothing outside.
    package var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("$schema", "https://json-schema.org/draft/2020-12/schema"), .init("$id", .string(id)),
            .init("$comment", "Generated from the model of Writ: edits here are lost."),
            .init("title", .string(title)), .init("description", .string(summary)),
        ]
        members += root.keywords.filter { $0.name != "description" }
        let used = usedDefinitions
        if !used.isEmpty {
            members.append(
                .init("$defs", .object(used.map { .init($0.name, $0.node.json) })))
        }
        return .object(members)
    }

    private var usedDefinitions: [(name: String, node: SchemaNode)] {
        var used: Set<String> = []
        var open = definitionNames(in: root.json)
        while let name = open.popLast() {
            guard used.insert(name).inserted,
                let definition = definitions.first(where: { $0.name == name })
            else { continue }
            open += definitionNames(in: definition.node.json)
        }
        return definitions.filter { used.contains($0.name) }
    }
}

/// The names of all definitions that `schema` refers to.
private func definitionNames(in schema: JSONValue) -> [String] {
    switch schema {
    case .object(let members):
        members.flatMap { member in
            if member.name == "$ref", let reference = member.value.string {
                return [String(reference.dropFirst("#/$defs/".utf8.count))]
            }
            return definitionNames(in: member.value)
        }
    case .array(let items): items.flatMap(definitionNames)
    case .null, .boolean, .number, .string: []
    }
}
