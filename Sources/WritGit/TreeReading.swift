package import WritDiagnostics
package import WritModel

/// The manifests of a revision, and everything that is wrong with its tree.
package struct TreeReading: Hashable, Sendable {
    /// What could be read; not to be used where `diagnostics` has errors.
    package var tree: ManifestTree
    /// Sorted, each once.
    package var diagnostics: [Diagnostic]
}

/// Files asked for by name.
package struct FilesReading: Hashable, Sendable {
    /// The files that are there and can be used, sorted by path.
    package var files: [ManifestFile]
    /// The paths at which there is no file, sorted.
    package var missing: [String]
    /// What is wrong with the other files or with the folders they lie in; sorted, each once.
    package var diagnostics: [Diagnostic]
}
