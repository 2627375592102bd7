/// A value in a manifest and the name it goes by: a field, or an item of a list.
struct Slot {
    /// The field's path as messages show it: `console.enabled`, `members[2]`.
    let name: String
    /// The key's node; `nil` for an item or a whole document.
    let key: Int?
    let node: Int

    /// Whether the value is an item of a list.
    var isItem: Bool { key == nil && name.hasSuffix("]") }
}
