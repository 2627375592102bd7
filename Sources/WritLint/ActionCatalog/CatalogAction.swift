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
    /// The places of the types of resources that it is about in ``CatalogService/types``; empty for one that is about none, `nil` where the
    /// source does not say.
    package var types: [Int]?
    /// Which of the service's sets of condition keys it has.
    var keySet: Int?
    /// Actions, with their services, that it makes on behalf of the caller.
    package var needed: [String]

    /// Reads `name/level/types/set of keys/needed actions`; what is empty at the end is left out.
    init(_ text: String) {
        let fields = text.split(separator: "/", omittingEmptySubsequences: false)
        let field = { (index: Int) in index < fields.count ? fields[index] : "" }
        name = String(fields[0])
        level = field(1).first.flatMap(AccessLevel.init) ?? .write
        types = field(2) == "?" ? nil : field(2).split(separator: ".").compactMap { Int($0) }
        keySet = Int(field(3))
        needed = field(4).split(separator: "+").map(String.init)
    }
}

/// A kind of resources.
package struct CatalogResourceType: Hashable, Sendable {
    /// The vendor's word for it.
    package var name: String
    /// The forms of its resources' names, `*` for what varies.
    package var forms: [String]
}
