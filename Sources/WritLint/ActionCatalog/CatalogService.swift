package import WritPolicy

/// What an action does, as its vendor sorts it.
package enum AccessLevel: Character, Sendable {
    case read = "R"
    case list = "L"
    case write = "W"
    case permissions = "P"
    case tagging = "T"
}

/// An action as the vendor names it.
package struct CatalogAction: Hashable, Sendable {
    /// Without the service.
    package var name: String
    /// What it does.
    package var level: AccessLevel
    /// The places of the types of resources that it is about; empty for one that is about none, `nil` where the source does not say.
    package var types: [Int]?
    /// The condition keys that a request of it may have, global ones apart, in lower case; those of tags end in `/`.
    package var keys: Set<String>
    /// Actions, with their services, that it makes on behalf of the caller.
    package var needed: [String]
}

/// A kind of resources.
package struct CatalogResourceType: Hashable, Sendable {
    /// The vendor's word for it.
    package var name: String
    /// The forms of its resources' names, `*` for what varies.
    package var forms: [String]
}

/// What is known of a service's actions.
package final class CatalogService: Sendable {
    /// What its actions start with.
    package let prefix: String
    /// Whether every action of it is listed.
    package let isWhole: Bool
    /// Its kinds of resources.
    package let types: [CatalogResourceType]
    /// Every condition key that one of its actions may have, in lower case.
    package let keys: Set<String>
    /// Its actions, by name.
    package let actions: [CatalogAction]
    private let folded: [[UInt8]]
    private let places: [[UInt8]: Int]

    /// Reads a line of the catalogue: `+prefix|types|keys|sets of keys|actions`.
    init(_ line: String) {
        let fields = line.split(separator: "|", omittingEmptySubsequences: false)
        let list = { (index: Int, separator: Character) in
            index < fields.count ? fields[index].split(separator: separator).map(String.init) : []
        }
        prefix = String(fields[0].dropFirst())
        isWhole = fields[0].first == "+"
        types = list(1, ";").map { text in
            let parts = text.split(separator: "=").map(String.init)
            return CatalogResourceType(name: parts[0], forms: parts.dropFirst().map { "arn:*:" + $0 })
        }
        let keys = list(2, ",").map { $0.lowercased() }
        let sets: [Set<String>] =
            fields.count > 3
            ? fields[3].split(separator: ";", omittingEmptySubsequences: false).map {
                Set($0.split(separator: ".").compactMap { Int($0) }.map { keys[$0] })
            } : []
        self.keys = Set(keys)
        actions = list(4, ",").map { catalogAction($0, sets) }
        folded = actions.map { foldedCase(Array($0.name.utf8)) }
        places = Dictionary(
            folded.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The action of that name, in any case.
    package func action(_ name: String) -> CatalogAction? {
        places[foldedCase(Array(name.utf8))].map { actions[$0] }
    }

    /// The actions that a pattern, in lower case and without the service, matches.
    package func actions(matching glob: Glob) -> [CatalogAction] {
        if glob.isEverything { return actions }
        if glob.isLiteral { return places[glob.bytes].map { [actions[$0]] } ?? [] }
        return actions.indices.filter { glob.matches(folded[$0]) }.map { actions[$0] }
    }
}

/// Reads `name/level/types/set of keys/needed actions`; what is empty at the end is left out.
private func catalogAction(_ text: String, _ sets: [Set<String>]) -> CatalogAction {
    let fields = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let field = { (index: Int) in index < fields.count ? fields[index] : "" }
    return CatalogAction(
        name: fields[0], level: field(1).first.flatMap(AccessLevel.init) ?? .write,
        types: field(2) == "?" ? nil : field(2).split(separator: ".").compactMap { Int($0) },
        keys: Int(field(3)).flatMap { sets.indices.contains($0) ? sets[$0] : nil } ?? [],
        needed: field(4).split(separator: "+").map(String.init))
}
