package import WritManifest
package import WritModel

/// Reads the target's manifest files, as many at once as there are cores.
package func parseOnAllCores(_ tree: ManifestTree, target: Target) async -> ParsedManifests {
    await parseOnAllCores(target: target) { take in tree.files.forEach(take) }.parsed
}

/// Reads the target's manifest files, as many at once as there are cores, while `reading` is still at getting
/// them: it tells each file as soon as it has it.
///
/// What else the program has to do comes before the parsing, which is the longest part: the store's reading goes
/// on beside it, and is not left for the end.
///
/// - Parameter onThreadOfMany: called on the threads that parse, where the files are many.
package func parseOnAllCores<Reading, Failure: Error>(
    target: Target, onThreadOfMany: @escaping @Sendable () -> Void = {},
    reading: (_ take: (ManifestFile) -> Void) throws(Failure) -> Reading
) async throws(Failure) -> (reading: Reading, parsed: ParsedManifests) {
    let (reading, parsed) = await withTaskGroup(of: [ParsedFile].self) { group in
        var chunk = Chunk()
        var count = 0
        func start() {
            let files = chunk.files
            chunk = Chunk()
            count += 1
            let isOfMany = count > Chunk.few
            group.addTask(priority: .utility) {
                if isOfMany { onThreadOfMany() }
                return files.map { parseFile($0) }
            }
        }
        let result = Result { () throws(Failure) in
            try reading { file in
                guard isManifest(file.path, of: target) else { return }
                chunk.add(file)
                if chunk.isFull { start() }
            }
        }
        if !chunk.files.isEmpty { start() }
        var parsed: [ParsedFile] = []
        for await files in group { parsed += files }
        return (result, ParsedManifests(files: parsed))
    }
    return (try reading.get(), parsed)
}

/// Files that are parsed one after the other: enough that starting them costs nothing, few enough to even out
/// large and small ones.
private struct Chunk {
    /// So many chunks are no great work.
    static let few = 8

    private(set) var files: [ManifestFile] = []
    private var byteCount = 0

    mutating func add(_ file: ManifestFile) {
        files.append(file)
        byteCount += file.bytes.count
    }

    var isFull: Bool { byteCount >= 32 << 10 || files.count >= 32 }
}
