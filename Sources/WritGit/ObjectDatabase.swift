/// The objects of one repository, loose and packed, each checked for presence, kind, size and hash.
///
/// Not for use from two threads at once.
struct ObjectDatabase {
    private let loose: LooseObjects
    private let packed: PackedObjects
    private let watchdog: ReadWatchdog?
    private let folder: String

    /// Opens the `objects` folder of a repository.
    /// - Throws: `library`.
    init(folder: String, watchdog: ReadWatchdog?) throws(GitError) {
        self.folder = folder
        self.loose = LooseObjects(folder: folder)
        self.packed = try PackedObjects(folder: folder + "/pack")
        self.watchdog = watchdog
    }

    /// The contents of the object `id`, which is cited as `path`.
    /// - Throws: `objectMissing`, `objectWrongKind`, `tooLarge` (before anything is read),
    ///   `objectCorrupt`, `unreadable`.
    func read(
        _ id: ObjectID, _ kind: ObjectKind, citing path: String, atMost limit: Int
    ) throws(GitError) -> [UInt8] {
        watchdog?.begin(id, path)
        defer { watchdog?.end() }
        do throws(GitError) {
            return try readOnce(id, kind, citing: path, atMost: limit)
        } catch {
            // A pack may have been replaced between finding the object and reading it, or a loose object
            // deleted that a pack holds as well: `git commit` starts `git gc` behind its user's back.
            guard try packed.refresh() || error.isMissing else { throw error }
            return try readOnce(id, kind, citing: path, atMost: limit)
        }
    }

    /// Does work on the contents of an object that could take long, under the watchdog as well.
    /// - Throws: what the work throws.
    func watch<Result>(
        _ id: ObjectID, citing path: String, _ work: () throws(GitError) -> Result
    ) throws(GitError) -> Result {
        watchdog?.begin(id, path)
        defer { watchdog?.end() }
        return try work()
    }

    /// What the object says of itself, or `nil` where it is not there.
    /// - Throws: `objectCorrupt`, `unreadable`.
    func header(of id: ObjectID, citing path: String) throws(GitError) -> ObjectHeader? {
        watchdog?.begin(id, path)
        defer { watchdog?.end() }
        return try find(id, citing: path)?.header
    }

    /// The ids that begin with the given lower-case hexadecimal digits, sorted by their digits.
    ///
    /// Cost grows with the number of objects.
    /// - Throws: `library`.
    func ids(withPrefix prefix: String) throws(GitError) -> [ObjectID] {
        let all = Set(loose.ids(withPrefix: prefix)).union(try packed.ids(withPrefix: prefix))
        return all.sorted { $0.description < $1.description }
    }

    /// Whether objects may be missing because the clone left them out (`git clone --filter`).
    private var isPartialClone: Bool {
        fileNames(inFolder: folder + "/pack").contains { $0.hasSuffix(".promisor") }
    }

    private func readOnce(
        _ id: ObjectID, _ kind: ObjectKind, citing path: String, atMost limit: Int
    ) throws(GitError) -> [UInt8] {
        guard let found = try find(id, citing: path) else {
            throw .objectMissing(id: id.description, path: path, partial: isPartialClone)
        }
        let header = found.header
        guard header.kind == kind else {
            throw .objectWrongKind(id: id.description, path: path, expected: kind, found: header.kind)
        }
        guard header.byteCount <= limit else {
            throw .tooLarge(path: path, byteCount: header.byteCount, limit: limit)
        }
        return try contents(of: found, id, citing: path)
    }

    private func find(_ id: ObjectID, citing path: String) throws(GitError) -> Found? {
        if let found = try findOnce(id, citing: path) { return found }
        return try packed.refresh() ? findOnce(id, citing: path) : nil
    }

    private func findOnce(_ id: ObjectID, citing path: String) throws(GitError) -> Found? {
        if loose.mayHold(id), let object = try loose.object(id, citing: path) { return .loose(object) }
        if let header = try packed.header(of: id, citing: path) { return .packed(header) }
        // Its folder may have been made since the repository was opened.
        return try loose.object(id, citing: path).map(Found.loose)
    }

    private func contents(
        of found: Found, _ id: ObjectID, citing path: String
    ) throws(GitError) -> [UInt8] {
        switch found {
        case .loose(let object): return try object.contents(citing: path)
        case .packed(let header):
            guard let bytes = try packed.contents(of: id, citing: path) else {
                throw .objectMissing(id: id.description, path: path, partial: isPartialClone)
            }
            guard bytes.count == header.byteCount else {
                throw .objectCorrupt(
                    id: id.description, path: path, reason: "it has another length than its pack says")
            }
            return bytes
        }
    }
}

extension GitError {
    /// Whether an object was not where it was looked for.
    fileprivate var isMissing: Bool { if case .objectMissing = self { true } else { false } }
}

/// Where an object was found.
private enum Found {
    case loose(LooseObject)
    case packed(ObjectHeader)

    var header: ObjectHeader {
        switch self {
        case .loose(let object): object.header
        case .packed(let header): header
        }
    }
}
