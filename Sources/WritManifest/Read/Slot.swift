/// A value in a manifest and the name it goes by: a field, or an item of a list.
struct Slot {
    /// The field's path as messages show it: `console.enabled`, `members[2]`.
    let name: String
    /// The key's node; `nil` for an item or a whole document.
    let key: Int?
    let node: Int

    /// The name of the list that an item is in; the slot's own name for anything else.
    var listName: String {
        guard isItem, let bracket = name.lastIndex(of: "[") else { return name }
        return String(name[..<bracket])
    }

    /// Whether the value is an item of a list.
    var isItem: Bool { key == nil && name.hasSuffix("]") }
}
