/// A character that manifests do not hold, by the reason it is refused for.
package enum RefusedCharacter: Sendable {
    case control, lineSeparator, bidirectional, invisible, unassigned

    /// The reason to refuse `scalar`; `nil` for what may stand in a text.
    ///
    /// Tabs and line feeds may. Unassigned code points are those of the Unicode version of the Swift
    /// runtime; private use and noncharacters count as unassigned.
    package init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09, 0x0A, 0x20..<0x7F: return nil
        case 0x85, 0x2028, 0x2029: self = .lineSeparator
        case 0..<0x20, 0x7F..<0xA0: self = .control
        // Marks, embeddings, overrides and isolates: what a reviewer sees is not what is read.
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: self = .bidirectional
        // Zero width, fillers, soft hyphen, tags, supplementary variation selectors.
        case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200D,
            0x2060...0x2065, 0x206A...0x206F, 0x3164, 0xFE00...0xFE0D, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB,
            0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
            self = .invisible
        default:
            guard RefusedCharacter.isUnassigned(scalar) else { return nil }
            self = .unassigned
        }
    }

    private static func isUnassigned(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .unassigned, .privateUse, .surrogate: true
        default: false
        }
    }
}
