/// The identity of an object in a target: `group/payments`.
package struct Address: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// What sort of object it is.
    package var kind: Kind
    /// The name, unique within the kind.
    package var name: String

    package init(_ kind: Kind, _ name: String) {
        self.kind = kind
        self.name = name
    }

    /// Reads `kind/name`; `nil` for an unknown kind or an empty name.
    package init?(parsing text: String) {
        guard let slash = text.firstIndex(of: "/"), let kind = Kind(rawValue: String(text[..<slash]))
        else { return nil }
        let name = String(text[text.index(after: slash)...])
        guard !name.isEmpty else { return nil }
        self.init(kind, name)
    }

    package var description: String { "\(kind.rawValue)/\(name)" }

    package static func < (a: Address, b: Address) -> Bool {
        (a.kind, a.name) < (b.kind, b.name)
    }
}
