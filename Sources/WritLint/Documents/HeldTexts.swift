package import WritModel

// Quick looks that make no paths: most documents have nothing to look at closely.
extension JSONValue {
    /// Whether some text at any depth is so.
    package func holds(_ isWanted: (String) -> Bool) -> Bool {
        switch self {
        case .string(let text): isWanted(text)
        case .array(let items): items.contains { $0.holds(isWanted) }
        case .object(let members): members.contains { $0.value.holds(isWanted) }
        case .null, .boolean, .number: false
        }
    }
}
