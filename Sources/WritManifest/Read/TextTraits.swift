/// What one pass over a text's bytes tells about it: which of the slower checks it needs at all.
struct TextTraits {
    /// Printable ASCII and line feeds only.
    private(set) var isPlainASCII = true
    /// A run of letters, digits and marks as long as a key or token, or the dashes of a PEM block.
    private(set) var mayHoldSecret = false
    /// A character that opens a template's placeholder.
    private(set) var mayHoldTemplate = false

    /// The shortest run of characters that is looked at as a secret.
    private static let tokenLength = 16

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var run = 0
        var dashes = 0
        for byte in bytes {
            run = isTokenByte(byte) ? run + 1 : 0
            dashes = byte == UInt8(ascii: "-") ? dashes + 1 : 0
            if run >= TextTraits.tokenLength || dashes >= 5 { mayHoldSecret = true }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "<"): mayHoldTemplate = true
            case 0x20..<0x7F, 0x0A: continue
            default: isPlainASCII = false
            }
        }
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
