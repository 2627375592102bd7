/// A value in a manifest: of a key, of an item, or a whole document.
struct Slot {
    /// The key as it is spelled; empty for an item; a few words for a whole document.
    let name: String
    /// The key's node; `nil` for an item or a whole document.
    let key: Int?
    let node: Int

    /// A value under a key.
    init(_ name: String, key: Int, node: Int) {
        (self.name, self.key, self.node) = (name, key, node)
    }

    /// An item of a list.
    init(item node: Int) {
        (self.name, self.key, self.node) = ("", nil, node)
    }

    /// A document, named by a few words.
    init(root node: Int, _ words: String) {
        (self.name, self.key, self.node) = (words, nil, node)
    }

    /// Whether the value is an item of a list.
    var isItem: Bool { key == nil && name.isEmpty }
}
