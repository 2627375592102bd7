package import WritModel
internal import WritPolicy

/// A member of a statement as it is written.
///
/// Its places are made when they are asked for: most elements have nothing to report.
package struct LintedElement {
    /// As written.
    package let name: String
    /// As written.
    package let value: JSONValue
    /// Where the object stands that it is a member of.
    private let object: ElementPath

    /// A member of the object at that place.
    package init(_ member: JSONValue.Member, in object: ElementPath) {
        name = member.name
        value = member.value
        self.object = object
    }

    /// Where the value stands.
    package var path: ElementPath { object.member(name) }

    /// Its texts with their places, a scalar as a list of one; what is no text is left out.
    package var texts: [(text: String, path: ElementPath)] {
        switch value {
        case .string(let text): return [(text, path)]
        case .array(let items):
            let path = path
            var result: [(text: String, path: ElementPath)] = []
            result.reserveCapacity(items.count)
            for (index, item) in items.enumerated() {
                if case .string(let text) = item { result.append((text, path.item(index))) }
            }
            return result
        case .null, .boolean, .number, .object: return []
        }
    }

    /// Its texts at any depth, with their places: `Resource` and `Principal` have an object form.
    package var deepTexts: [(text: String, path: ElementPath)] {
        guard let members = value.members, !members.isEmpty else { return texts }
        let path = path
        return members.flatMap { LintedElement($0, in: path).deepTexts }
    }

    /// Its members with their places; none where it is no object.
    package var members: [LintedElement] {
        guard let members = value.members, !members.isEmpty else { return [] }
        let path = path
        return members.map { LintedElement($0, in: path) }
    }
}

/// The member of an object by its name, whatever its case.
package func member(_ name: String, of json: JSONValue) -> JSONValue.Member? {
    json.members?.first { isSameName($0.name, name) }
}
