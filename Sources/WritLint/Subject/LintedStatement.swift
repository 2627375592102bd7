package import WritModel
package import WritPolicy

/// A statement as it is written, and as it was understood.
package struct LintedStatement {
    /// Counted from 0 in its document.
    package var index: Int
    /// Where it stands.
    package var path: ElementPath
    /// Its members as they are written; empty where it is no object.
    package let members: [JSONValue.Member]
    /// The same with their places, each worked out once.
    package let elements: [LintedElement]
    /// What was understood; `nil` where the vendor would make nothing of it.
    package var reading: Statement?

    /// A statement at that place.
    init(index: Int, path: ElementPath, members: [JSONValue.Member], reading: Statement?) {
        self.index = index
        self.path = path
        self.members = members
        self.reading = reading
        elements = members.map {
            LintedElement(name: $0.name, value: $0.value, path: path.member($0.name))
        }
    }

    /// A member by its name, whatever its case; the first of several.
    package func element(_ name: String) -> LintedElement? {
        elements.first { isSame($0.name, name) }
    }

    /// Whether it allows, and without a condition.
    package var isPlainAllow: Bool {
        guard let reading else { return false }
        return reading.effect == .allow && reading.conditions.isEmpty
    }
}

/// A member of a statement as it is written.
package struct LintedElement {
    /// As written.
    package var name: String
    /// As written.
    package let value: JSONValue
    /// Where the value stands.
    package let path: ElementPath
    /// Its texts with their places, a scalar as a list of one; what is no text is left out.
    package let texts: [(text: String, path: ElementPath)]

    /// A member at that place.
    package init(name: String, value: JSONValue, path: ElementPath) {
        self.name = name
        self.value = value
        self.path = path
        texts =
            switch value {
            case .string(let text): [(text, path)]
            case .array(let items):
                items.enumerated().compactMap { index, item in item.string.map { ($0, path.item(index)) } }
            case .null, .boolean, .number, .object: []
            }
    }

    /// Its members with their places; none where it is no object.
    package var members: [LintedElement] {
        (value.members ?? []).map {
            LintedElement(name: $0.name, value: $0.value, path: path.member($0.name))
        }
    }
}

/// The member of an object by its name, whatever its case.
package func member(_ name: String, of json: JSONValue) -> JSONValue.Member? {
    json.members?.first { isSame($0.name, name) }
}

/// The statements of a document as they are written, each with its reading.
func linted(_ json: JSONValue, _ reading: PolicyReading) -> [LintedStatement] {
    var list: [(JSONValue, ElementPath)] = []
    let root = ElementPath()
    if case .array(let items) = json {
        list = items.enumerated().map { ($1, root.item($0)) }
    } else if let statement = member("statement", of: json) {
        let path = root.member(statement.name)
        if case .array(let items) = statement.value {
            list = items.enumerated().map { ($1, path.item($0)) }
        } else {
            list = [(statement.value, path)]
        }
    }
    let readings = Dictionary(reading.statements.map { ($0.index, $0) }, uniquingKeysWith: { a, _ in a })
    return list.enumerated().map { index, entry in
        LintedStatement(
            index: index, path: entry.1, members: entry.0.members ?? [], reading: readings[index])
    }
}

/// Whether two names of elements differ in the case of ASCII letters at most.
func isSame(_ a: String, _ b: String) -> Bool {
    a.utf8.count == b.utf8.count
        && zip(a.utf8, b.utf8).allSatisfy { x, y in
            x == y || (x | 0x20 == y | 0x20 && (0x61...0x7A).contains(x | 0x20))
        }
}
