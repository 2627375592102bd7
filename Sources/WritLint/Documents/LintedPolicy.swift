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

    /// The form it is written in; `nil` for Huawei's roles, and where its version does not tell.
    package private(set) lazy var form = PolicyForm(of: json, dialect: dialect)

    /// The reading, ready to be asked a few requests.
    package private(set) lazy var set = PolicySet([reading], isIndexed: false)

    /// The statements as they are written, in order, each with its reading where there is one.
    package private(set) lazy var statements = linted(json, reading)

    /// Looks for statements of ``set`` that could be left out.
    lazy var redundancySearch = RedundancySearch(set)

    /// The Allow statements that the rest makes superfluous.
    package private(set) lazy var redundantAllows = redundancies(of: .allow)

    /// The Deny statements that the rest makes superfluous.
    package private(set) lazy var redundantDenies = redundancies(of: .deny)

    /// The entries that wider ones cover.
    package private(set) lazy var coveredEntries = redundantEntries(in: reading)

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

    /// What each statement gives, in their order.
    package private(set) lazy var statementMarks = statements.map {
        StatementMarks($0.reading, dialect, kind)
    }

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
