/// How large and how deep one manifest file may be; beyond it the file is refused before it costs anything.
package struct ManifestLimits: Hashable, Sendable {
    /// In bytes.
    package var file = 1 << 20
    /// Levels of nested collections, aliases followed.
    package var depth = 64
    /// Scalars and collections in a file; an alias counts as all that it repeats.
    package var nodes = 200_000
    /// In bytes of UTF-8.
    package var scalar = 64 << 10
    /// In bytes of UTF-8.
    package var key = 256
    /// YAML documents in a file.
    package var documents = 1_000

    /// The defaults.
    package init() {}
}
