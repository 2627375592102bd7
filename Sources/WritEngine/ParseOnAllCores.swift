package import WritManifest
package import WritModel

/// Reads the target's manifest files, as many at once as there are cores.
package func parseOnAllCores(_ tree: ManifestTree, target: Target) async -> ParsedManifests {
    let files = tree.files.filter { isManifest($0.path, of: target) }
    // Enough chunks to even out large and small files, few enough that starting them costs nothing.
    let size = max(16, files.count / 64)
    return await withTaskGroup(of: [ParsedFile].self) { group in
        for start in stride(from: 0, to: files.count, by: size) {
            let chunk = files[start..<min(start + size, files.count)]
            group.addTask { chunk.map { parseFile($0) } }
        }
        var parsed: [ParsedFile] = []
        for await chunk in group { parsed += chunk }
        return ParsedManifests(files: parsed)
    }
}
