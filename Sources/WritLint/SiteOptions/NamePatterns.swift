internal import WritPolicy

/// Patterns of names, in which `*` is any run of characters and `?` one.
struct NamePatterns {
    private let globs: [Glob]

    /// The patterns as they are written.
    init(_ texts: [String]) {
        globs = texts.map { Glob($0) }
    }

    /// Whether a name matches one of them.
    func has(_ name: String) -> Bool {
        guard !globs.isEmpty else { return false }
        let bytes = Array(name.utf8)
        return globs.contains { $0.matches(bytes) }
    }
}

extension Report {
    /// The patterns of names of an option.
    func patterns(_ option: String) -> NamePatterns { NamePatterns(texts(option)) }
}
