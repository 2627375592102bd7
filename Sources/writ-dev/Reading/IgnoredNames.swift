internal import FoundationEssentials
internal import Glibc

/// The names at the top of the repository that `.gitignore` leaves out.
///
/// Knows names and patterns without `/` inside; neither `!` nor patterns for deeper folders, which do not
/// matter at the top.
struct IgnoredNames: Sendable {
    private let patterns: [String]

    /// Reads the text of a `.gitignore`.
    init(gitignore: Data) {
        patterns = String(decoding: gitignore, as: UTF8.self).split(separator: "\n").compactMap { line in
            var pattern = line
            if pattern.hasPrefix("/") { pattern.removeFirst() }
            if pattern.hasSuffix("/") { pattern.removeLast() }
            return pattern.isEmpty || pattern.hasPrefix("#") || pattern.contains("/") ? nil : String(pattern)
        }
    }

    /// Whether a pattern matches `name`.
    func contains(_ name: String) -> Bool { patterns.contains { fnmatch($0, name, 0) == 0 } }
}
