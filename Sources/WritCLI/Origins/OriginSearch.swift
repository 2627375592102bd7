internal import WritGit
internal import WritManifest
internal import WritModel

/// Finds who wrote lines, for one command: questions are collected and then answered in one walk.
struct OriginSearch {
    /// The repository, and the commit that the plan is made from; for a working tree the one below it.
    let reader: ManifestReader
    let commit: String
    /// The files that count instead of the commit's.
    let workingTree: WorkingTree?

    /// The lines of the working tree's files that are committed, by file.
    private var committed: [String: [Int: Int]] = [:]
    private var asked: [OriginKey: (start: FileLine, lines: [LinePlace], isCommitted: Bool)] = [:]
    private(set) var found = Origins()

    /// A search in the history of what a command reads.
    ///
    /// - Throws: `GitError` for a working tree without a commit.
    init(_ source: ManifestSource, _ options: RepositoryOptions) throws(GitError) {
        switch source {
        case .commit(let reader, let revision):
            self.reader = reader
            commit = revision.commit ?? revision.name
            workingTree = nil
        case .workingTree(let tree):
            reader = try ManifestReader(
                repository: tree.root, owner: options.anyOwner ? .anyone : .currentUser,
                watchdog: options.watchdog)
            let head = try reader.resolve("HEAD")
            commit = head.commit ?? head.name
            workingTree = tree
        }
    }

    /// Asks who wrote the newest of the lines of `place`.
    ///
    /// - Parameter commit: where the lines are, unless they are those of the revision that is read.
    mutating func ask(_ key: OriginKey, _ place: OriginPlace, at commit: String? = nil) throws(GitError) {
        var lines = place.lines.map { FileLine(file: place.file, line: $0) }
        if let file = place.documentFile { lines += try allLines(of: file, at: commit) }
        guard commit == nil, workingTree != nil else {
            let places = lines.map { LinePlace(commit: commit ?? self.commit, $0) }
            asked[key] = (place.start, places, true)
            return
        }
        let old = try lines.map { line throws(GitError) in try committedLine(line) }
        asked[key] = (
            place.start, old.compactMap { $0.map { LinePlace(commit: self.commit, $0) } }, !old.contains(nil)
        )
    }

    /// Notes an origin that was found otherwise.
    mutating func note(_ key: OriginKey, _ origin: Origin) { found.known[key] = origin }

    /// Notes why something is not known.
    mutating func note(_ sentence: String) {
        if !found.notes.contains(sentence) { found.notes.append(sentence) }
    }

    /// Answers what was asked, with the authors of all commits.
    mutating func answer() throws(GitError) {
        let blame = try reader.blame(
            Set(asked.values.lazy.flatMap(\.lines)), limits: BlameLimits(time: .seconds(10)))
        for (key, question) in asked {
            guard question.isCommitted else {
                found.known[key] = Origin(.uncommitted, commit: nil, at: question.start)
                continue
            }
            // The first of the newest: where one commit wrote several, it is the one that messages point to.
            var newest: (asked: FileLine, line: BlamedLine)?
            for place in question.lines {
                guard let line = blame.lines[place] else { continue }
                if newest.map({ line.age < $0.line.age }) ?? true { newest = (place.line, line) }
            }
            guard let newest else { continue }
            found.known[key] = Origin(
                newest.line.standing, commit: newest.line.place.commit,
                at: newest.asked.file == question.start.file ? question.start : newest.asked,
                writtenAt: newest.line.place.line)
        }
        addNotes(blame)
        addAuthors()
    }

    private mutating func addNotes(_ blame: Blame) {
        if found.known.values.contains(where: { $0.standing == .boundary }) {
            note("this clone is shallow: what `or earlier` is said of may be older than the commit named")
        }
        if blame.isCut {
            note("the history was followed through \(blame.commitCount) commits, then time or patience ended")
        }
        for problem in blame.problems { note("the history could not be followed further: \(problem)") }
    }

    private mutating func addAuthors() {
        var known: [String: Authorship] = [:]
        for commit in Set(found.known.values.compactMap(\.commit)) {
            known[commit] = try? reader.authorship(of: commit)
        }
        for (key, origin) in found.known { found.known[key]?.author = origin.commit.flatMap { known[$0] } }
    }

    private func allLines(of file: String, at commit: String?) throws(GitError) -> [FileLine] {
        let reading =
            if let workingTree, commit == nil {
                try workingTree.files([file])
            } else {
                try reader.files([file], at: revision(commit ?? self.commit))
            }
        guard let bytes = reading.files.first?.bytes else { return [] }
        let ends = bytes.lazy.count { $0 == 0x0A }
        // A last line without line end is one as well.
        let count = bytes.last == 0x0A ? ends : ends + 1
        return (1...max(1, count)).map { FileLine(file: file, line: $0) }
    }

    /// The same line in the commit below the working tree.
    private mutating func committedLine(_ line: FileLine) throws(GitError) -> FileLine? {
        if committed[line.file] == nil {
            let bytes = try workingTree?.files([line.file]).files.first?.bytes ?? []
            committed[line.file] = try reader.committedLines(of: bytes, at: line.file, in: commit)
        }
        return committed[line.file]?[line.line].map { FileLine(file: line.file, line: $0) }
    }

    /// A revision that is a commit.
    func revision(_ commit: String) -> Revision {
        Revision(commit: commit, name: commit, repository: reader.root)
    }
}
