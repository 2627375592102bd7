/// What one pass over a text's bytes tells about it: which of the slower checks it needs at all.
struct TextTraits {
    /// Printable ASCII and line feeds only.
    private(set) var isPlainASCII = true
    /// A run of letters, digits and marks as long as a key or token, or the dashes of a PEM block.
    private(set) var mayHoldSecret = false
    /// A character that opens a template's placeholder.
    private(set) var mayHoldTemplate = false

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var seen: ByteClass = []
        var run = 0
        var dashes = 0
        ByteClass.table.withUnsafeBufferPointer { table in
            for byte in bytes {
                let sort = table[Int(byte)]
                seen.formUnion(sort)
                run = sort.contains(.token) ? run + 1 : 0
                dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
                if run >= 16 || dashes >= 5 {
                    // `AGE-SECRET-KEY-1` is a run of 16 with dashes in it.
                    mayHoldSecret =
                        mayHoldSecret || run >= shortestSecret || dashes >= 5
                        || byte == UInt8(ascii: "1")
                }
            }
        }
        isPlainASCII = seen.isDisjoint(with: [.special, .tab])
        mayHoldTemplate = seen.contains(.template)
    }
}

extension YamlTree {
    /// The traits of a scalar's text.
    func traits(of index: Int) -> TextTraits {
        let node = self[index]
        return text.withUnsafeBufferPointer { bytes in
            let start = Int(node.textStart)
            return TextTraits(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(node.textLength)]))
        }
    }
}
