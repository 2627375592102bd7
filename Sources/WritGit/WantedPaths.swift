internal import WritModel

/// The part of a tree whose `.yaml` and `.yml` files are manifests.
struct WantedPaths: Hashable, Sendable {
    /// Files or folders relative to the top, without a leading or trailing `/`; `.` is everything.
    let paths: [String]

    /// The part of the tree at the given paths.
    init(_ paths: [String]) { self.paths = paths }

    /// Whether `path` is wanted or lies in a wanted folder.
    ///
    /// What has a name with a leading dot anywhere is never wanted: it belongs to tools such as
    /// `.github`. The file `writ.yaml` at the top always is.
    func contains(_ path: String) -> Bool {
        if path == "writ.yaml" { return true }
        return paths.contains { WritModel.path($0, contains: path) } && !isHidden(path)
    }

    /// Whether what is at `path` decides which manifests there are: it is wanted, or a folder on the way.
    func concerns(_ path: String) -> Bool {
        contains(path) || paths.contains { $0.hasPrefix(path + "/") }
    }

    /// Whether `path` is a manifest, by its place and extension.
    func isManifest(_ path: String) -> Bool {
        (path.hasSuffix(".yaml") || path.hasSuffix(".yml")) && contains(path)
    }
}

/// Whether a part of `path` begins with a dot.
private func isHidden(_ path: String) -> Bool {
    var isStart = true
    for byte in path.utf8 {
        if isStart, byte == 0x2E { return true }
        isStart = byte == 0x2F
    }
    return false
}
