package import WritModel
package import WritPolicy

/// One policy document as the rules see it: what is written, and what was understood.
///
/// What several rules ask for is worked out once, when the first one asks. Not `Sendable`: it stays on the thread of its run.
package final class LintedPolicy {
    /// Which document of a run it is.
    package struct ID: Hashable, Sendable {
        /// What holds the document.
        package enum Holder: Hashable, Sendable {
            /// A field of an object.
            case object(Address, Field)
            /// A file that is a document, by its path.
            case file(String)
            /// One of a file's documents, counted from 0.
            case item(String, Int)
        }

        /// What holds it.
        package var holder: Holder

        /// The document of that holder.
        package init(_ holder: Holder) {
            self.holder = holder
        }
    }

    /// Which document of a run it is.
    package let id: ID
    /// Whose language it is in.
    package let dialect: Dialect
    /// What it is attached to.
    package let kind: PolicyKind
    /// The document as it is written.
    package let json: JSONValue
    /// What is said of the object that holds it; `nil` for a file.
    package let object: DesiredObject?

    /// Reads nothing yet.
    package init(
        id: ID, dialect: Dialect, kind: PolicyKind = .identity, json: JSONValue, object: DesiredObject? = nil
    ) {
        self.id = id
        self.dialect = dialect
        self.kind = kind
        self.json = json
        self.object = object
    }

    /// The document as its vendor understands it.
    package private(set) lazy var reading = readPolicy(json, dialect: dialect, kind: kind)

    /// The reading, ready to be asked.
    package private(set) lazy var set = PolicySet([reading])

    /// The statements as they are written, in order, each with its reading where there is one.
    package private(set) lazy var statements = linted(json, reading)

    /// The statements that the rest makes superfluous.
    package private(set) lazy var redundancies = redundantStatements(in: set)

    /// The entries that wider ones cover.
    package private(set) lazy var coveredEntries = redundantEntries(in: set)

    /// The document in the forms of other clouds.
    package let renderings = PolicyRenderings()

    /// The action patterns of each statement, listed and excluded, looked up in the dialect's catalogue.
    package private(set) lazy var catalogPatterns: [[CatalogPattern]] = {
        let catalog = ActionCatalog.of(dialect)
        return statements.map { statement in
            let actions = statement.reading?.actions
            return ((actions?.included ?? []) + (actions?.excluded ?? [])).map {
                CatalogPattern($0, catalog)
            }
        }
    }()

    /// The value of `Version`, as a text; `nil` where there is none or it is no text or number.
    package private(set) lazy var version: String? = {
        switch member("version", of: json)?.value {
        case .string(let text), .number(let text): text
        default: nil
        }
    }()

    /// The policy's name, for messages: the object's, or the file's.
    package var name: String {
        switch id.holder {
        case .object(let address, _): address.name
        case .file(let path): path
        case .item(let path, let index): "\(path) [\(index)]"
        }
    }
}

/// A statement as it is written, and as it was understood.
package struct LintedStatement {
    /// Counted from 0 in its document.
    package var index: Int
    /// Where it stands.
    package var path: ElementPath
    /// Its members as they are written; empty where it is no object.
    package var members: [JSONValue.Member]
    /// What was understood; `nil` where the vendor would make nothing of it.
    package var reading: Statement?

    /// A member by its name, whatever its case; the first of several.
    package func element(_ name: String) -> LintedElement? {
        members.first { $0.name.lowercased() == name.lowercased() }.map {
            LintedElement(name: $0.name, value: $0.value, path: path.member($0.name))
        }
    }

    /// Whether it allows without a condition, a negated element or a principal.
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
    package var value: JSONValue
    /// Where the value stands.
    package var path: ElementPath

    /// Its texts with their places, a scalar as a list of one; what is no text is left out.
    package var texts: [(text: String, path: ElementPath)] {
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
    json.members?.first { $0.name.lowercased() == name.lowercased() }
}

private func linted(_ json: JSONValue, _ reading: PolicyReading) -> [LintedStatement] {
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
