internal import WritModel

/// Follows lines of files back through the history to the commits that wrote them, all in one walk.
///
/// A commit keeps the lines that a diff with none of its parents finds there; a merge passes a line to the
/// first parent that has it. Cost grows once with the commits between the newest and the oldest answer, and
/// with the versions of the files asked for, whatever the number of lines.
/// The answers are those of `git blame` without options.
/// Source: `assign_blame` and `pass_blame` of git's `blame.c`.
struct BlameWalk {
    /// Where commits are read from.
    let history: History
    /// Where trees and files are read from.
    let contents: ContentCache
    private let limits: BlameLimits
    private let clock: () -> Duration

    private var suspects: [ObjectID: SuspectFiles] = [:]
    private var queue = CommitQueue()
    private var known: [ObjectID: Commit] = [:]
    /// The folders that files asked for have ever been in; nothing else is compared.
    private(set) var folders: Set<[UInt8]> = []
    private var answers: [LinePlace: BlamedLine] = [:]
    private var problems: [GitError] = []
    private var commitCount = 0
    private var isCut = false

    /// - Parameter clock: the time since the start.
    init(_ history: History, limits: BlameLimits, clock: @escaping () -> Duration) {
        self.history = history
        self.limits = limits
        self.clock = clock
        contents = ContentCache(history.objects, fileBytes: limits.fileBytes)
    }

    /// Whether the time is up.
    var isOver: Bool { clock() >= limits.time }

    /// Answers for `places`, whose commits are ids of the repository.
    /// - Throws: why a commit or a file that was asked for cannot be read; for older ones the answer says so.
    mutating func blame(_ places: Set<LinePlace>) throws(GitError) -> Blame {
        for (commit, lines) in Dictionary(grouping: places, by: \.commit).sorted(by: { $0.key < $1.key }) {
            try start(at: commit, lines)
        }
        while let id = queue.popNewest() {
            guard var files = suspects.removeValue(forKey: id) else { continue }
            guard commitCount < limits.commits, !isOver else {
                isCut = true
                settle(files, at: id, .older)
                continue
            }
            commitCount += 1
            do throws(GitError) {
                try pass(&files, of: id)
            } catch {
                fail(files, at: id, error)
            }
        }
        return Blame(lines: answers, commitCount: commitCount, isCut: isCut, problems: problems)
    }

    private mutating func start(at commit: String, _ places: [LinePlace]) throws(GitError) {
        guard let id = ObjectID(hex: Array(commit.utf8)) else {
            throw .revisionSyntax(commit, reason: "is not a full commit id")
        }
        let tree = try self.commit(id).tree
        for (file, places) in Dictionary(grouping: places, by: \.line.file).sorted(by: { $0.key < $1.key }) {
            let path = Array(file.utf8)
            guard let found = try find(path, in: tree), found.kind == .file else { continue }
            let count = lineStarts(try contents.blob(found.id, path)).count
            let followed = places.filter { $0.line.line >= 1 && $0.line.line <= count }
                .map { FollowedLine(number: $0.line.line - 1, asked: $0) }
            add(SuspectFile(blob: found.id, lines: followed), path, to: id)
        }
    }

    /// The commit with that id, read once.
    /// - Throws: what `History.commit` throws.
    mutating func commit(_ id: ObjectID) throws(GitError) -> Commit {
        if let commit = known[id] { return commit }
        let commit = try history.commit(id)
        known[id] = commit
        return commit
    }

    /// What is at `path`, looked up folder by folder.
    /// - Throws: what reading objects throws.
    func find(_ path: [UInt8], in tree: ObjectID) throws(GitError) -> NamedObject? {
        var current = NamedObject(kind: .folder, id: tree)
        for name in path.split(separator: 0x2F, omittingEmptySubsequences: false) {
            guard current.kind == .folder else { return nil }
            let entries = treeEntries(try contents.tree(current.id, path)).entries
            guard let entry = entries.first(where: { $0.name == name }) else { return nil }
            current = NamedObject(kind: entry.kind, id: entry.id)
        }
        return current
    }

    /// Makes the commit `id` answer for lines of the file at `path`.
    mutating func add(_ file: SuspectFile, _ path: [UInt8], to id: ObjectID) {
        guard !file.lines.isEmpty else { return }
        expect(id)
        suspects[id]?[path, default: SuspectFile(blob: file.blob, lines: [])].lines += file.lines
        for end in path.indices where path[end] == 0x2F { folders.insert(Array(path[..<end])) }
    }

    /// Makes the commit `id` answer for whole files at their old paths; mostly it answers for none yet.
    mutating func add(_ files: SuspectFiles, to id: ObjectID) {
        guard !files.isEmpty else { return }
        expect(id)
        if suspects[id]?.isEmpty == true {
            suspects[id] = files
        } else {
            for (path, file) in files { add(file, path, to: id) }
        }
    }

    private mutating func expect(_ id: ObjectID) {
        guard suspects[id] == nil else { return }
        suspects[id] = [:]
        queue.insert(id, committedAt: known[id]?.committedAt ?? 0)
    }

    /// Ends the search for lines of these files.
    mutating func settle(_ files: SuspectFiles, at id: ObjectID, _ standing: Origin.Standing) {
        for (path, file) in files where !file.lines.isEmpty {
            let text = String(validating: path, as: UTF8.self) ?? escapedName(path)
            for line in file.lines {
                answers[line.asked] = BlamedLine(
                    standing: standing,
                    place: LinePlace(commit: id.description, FileLine(file: text, line: line.number + 1)),
                    age: commitCount)
            }
        }
    }

    /// Ends the search because something older cannot be read; `nil` where the time is up.
    mutating func fail(_ files: SuspectFiles, at id: ObjectID, _ problem: GitError?) {
        settle(files, at: id, .older)
        guard let problem else { return isCut = true }
        if !problems.contains(problem) { problems.append(problem) }
    }
}

/// The files that a commit may have written, by path.
typealias SuspectFiles = [[UInt8]: SuspectFile]

/// A version of a file that lines are followed to.
struct SuspectFile {
    /// Its contents.
    let blob: ObjectID
    /// Those that are still followed, in no order.
    var lines: [FollowedLine]
}

/// A line on its way back.
struct FollowedLine {
    /// From 0, in the version that it was followed to.
    var number: Int
    /// Where it was asked for.
    var asked: LinePlace
}

/// Where the lines begin; a last line without line end counts.
func lineStarts(_ bytes: [UInt8]) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A && index + 1 < bytes.count {
        starts.append(index + 1)
    }
    return starts
}
