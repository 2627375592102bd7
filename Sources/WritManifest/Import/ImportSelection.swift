package import WritModel

/// Which live objects an import takes.
package struct ImportSelection: Hashable, Sendable {
    /// Empty for all of them.
    package var kinds: Set<Kind>
    /// A name has to match one of them; empty for any name.
    package var names: [NamePattern]

    /// All objects, unless told otherwise.
    package init(kinds: Set<Kind> = [], names: [NamePattern] = []) {
        self.kinds = kinds
        self.names = names
    }

    /// Whether the object is among those that are taken.
    package func takes(_ address: Address) -> Bool {
        takes(address.kind) && (names.isEmpty || names.contains { $0.matches(address.name) })
    }

    /// Whether objects of the kind can be among those that are taken.
    func takes(_ kind: Kind) -> Bool { kinds.isEmpty || kinds.contains(kind) }
}

/// A name with wildcards: `*` stands for any characters, `?` for one.
package struct NamePattern: Hashable, Sendable {
    /// As it was written.
    package let text: String

    /// The pattern that `text` spells.
    package init(_ text: String) {
        self.text = text
    }

    /// Whether `name` is as the pattern says. Cost: at most the product of the two lengths.
    package func matches(_ name: String) -> Bool {
        let pattern = Array(text.unicodeScalars)
        let scalars = Array(name.unicodeScalars)
        var (place, index) = (0, 0)
        // The last `*`, and how much of the name it stands for so far.
        var star: (place: Int, index: Int)?
        while index < scalars.count {
            if place < pattern.count, pattern[place] == "*" {
                star = (place, index)
                place += 1
            } else if place < pattern.count, pattern[place] == "?" || pattern[place] == scalars[index] {
                place += 1
                index += 1
            } else if let last = star {
                star = (last.place, last.index + 1)
                (place, index) = (last.place + 1, last.index + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == "*" }
    }
}
