/// Finds the file of an older commit that a file of a newer one was renamed from, as git does.
///
/// First files with the same contents, then one of the same name in another folder with three quarters of
/// the contents, then the most similar one with at least half. Only files that the newer commit no longer
/// has come into question: nothing is followed into copies.
/// Source: `diffcore_rename_extended` of git's `diffcore-rename.c`.
struct RenameFinder {
    private let contents: ContentCache
    /// What the newer commit no longer has, by path.
    private let gone: [(path: [UInt8], object: NamedObject)]
    private var similarities: [ObjectID: Similarity] = [:]

    /// - Parameter changes: all between the two commits.
    init(_ changes: [TreeChange], _ contents: ContentCache) {
        self.contents = contents
        gone = changes.compactMap { change in
            change.new == nil ? change.old.map { (change.path, $0) } : nil
        }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
    }

    /// Where the file at `path` with the contents `blob` was before, or `nil` where it is new.
    /// - Throws: what reading objects throws.
    mutating func source(of path: [UInt8], _ blob: ObjectID) throws(GitError) -> RenameSource? {
        if let same = identical(to: blob, at: path) {
            return RenameSource(path: same.path, blob: same.object.id)
        }
        let wanted = name(of: path)
        let size = try contents.byteCount(of: blob, path)
        // git looks at one file alone, so that it is the only one of its name that arrived.
        let namesakes = gone.filter { name(of: $0.path) == wanted }
        if namesakes.count == 1, let only = namesakes.first,
            let score = try score(of: only, size: size, blob, path), score >= Similarity.moved
        {
            return RenameSource(path: only.path, blob: only.object.id)
        }
        var best = BestSources()
        for candidate in gone {
            guard let score = try score(of: candidate, size: size, blob, path), score >= Similarity.renamed
            else { continue }
            best.add(
                candidate.path, candidate.object.id, score, isNamesake: name(of: candidate.path) == wanted)
        }
        return best.first.map { RenameSource(path: $0.path, blob: $0.id) }
    }

    /// The first file with those contents, one of the same name before others.
    private func identical(to blob: ObjectID, at path: [UInt8]) -> (path: [UInt8], object: NamedObject)? {
        // git picks one of the first hundred or so as well.
        let same = gone.lazy.filter { $0.object.kind == .file && $0.object.id == blob }.prefix(102)
        return same.first { name(of: $0.path) == name(of: path) } ?? same.first
    }

    private mutating func score(
        of candidate: (path: [UInt8], object: NamedObject), size: Int, _ blob: ObjectID, _ path: [UInt8]
    ) throws(GitError) -> Int? {
        guard candidate.object.kind == .file else { return nil }
        let other = try contents.byteCount(of: candidate.object.id, candidate.path)
        guard Similarity.isPossible(size, other) else { return nil }
        let old = try similarity(candidate.object.id, candidate.path)
        return try similarity(blob, path).score(from: old)
    }

    private mutating func similarity(_ id: ObjectID, _ path: [UInt8]) throws(GitError) -> Similarity {
        if let known = similarities[id] { return known }
        let new = Similarity(try contents.blob(id, path))
        similarities[id] = new
        return new
    }
}

/// The file that another one was renamed from.
struct RenameSource {
    /// Its path in the older commit.
    var path: [UInt8]
    /// Its contents there.
    var blob: ObjectID
}

/// The four most similar files, in the places that git's search gives them: among equals the place decides.
private struct BestSources {
    private typealias Source = (path: [UInt8], id: ObjectID, score: Int, isNamesake: Bool)
    private var places: [Source] = []

    /// The most similar one.
    var first: (path: [UInt8], id: ObjectID)? {
        var best: Source?
        for source in places where best.map({ isBetter(source, than: $0) }) ?? true { best = source }
        return best.map { ($0.path, $0.id) }
    }

    mutating func add(_ path: [UInt8], _ id: ObjectID, _ score: Int, isNamesake: Bool) {
        let source = (path, id, score, isNamesake)
        guard places.count == 4 else { return places.append(source) }
        var worst = 0
        for place in 1..<4 where isBetter(places[worst], than: places[place]) { worst = place }
        if isBetter(source, than: places[worst]) { places[worst] = source }
    }

    private func isBetter(_ a: Source, than b: Source) -> Bool {
        a.score != b.score ? a.score > b.score : a.isNamesake && !b.isNamesake
    }
}

/// What follows the last `/`.
private func name(of path: [UInt8]) -> ArraySlice<UInt8> {
    path[(path.lastIndex(of: 0x2F).map { $0 + 1 } ?? 0)...]
}
