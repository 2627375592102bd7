/// How one commit stands to another.
package enum Ancestry: Hashable, Sendable {
    /// They are the same.
    case same
    /// The commit contains the other one: history went forward.
    case descendant
    /// The other one contains the commit: history was rewound.
    case behind
    /// Neither contains the other.
    case diverged
    /// A shallow clone does not hold enough history to say.
    case unknown
    /// The other commit is not in the repository.
    case missing
}

/// What two commits have in common.
struct CommonAncestors: Hashable {
    /// Common ancestors, the newest first: among them all that no other common ancestor contains.
    var commits: [ObjectID]
    /// Whether nothing that a shallow clone left out could change the answer.
    var isComplete: Bool
}

extension History {
    /// The newest common ancestors of `a` and `b`, each of which may be one of the two.
    ///
    /// Walks both histories from new to old until only commits are left that both contain; cost grows
    /// with the commits that one of them has and the other has not. The method is that of git's
    /// `paint_down_to_common`: clocks that went backward cost time and redundant answers, never wrong ones.
    /// - Throws: what `commit` throws.
    func commonAncestors(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> CommonAncestors {
        var walk = CommonWalk()
        for (id, mark) in [(a, CommitMarks.first), (b, .second)] {
            walk.mark(id, try commit(id), mark)
        }
        var cut: [ObjectID] = []
        while let (id, commit, marks) = walk.next() {
            if isBoundary(id) {
                cut.append(id)
                continue
            }
            for parent in commit.parents where !walk.hasMarked(parent, marks) {
                if let known = walk.known(parent) {
                    walk.mark(parent, known, marks)
                } else {
                    walk.mark(parent, try self.commit(parent), marks)
                }
            }
        }
        // Behind a commit that both contain there is nothing newer to find.
        let isComplete = cut.allSatisfy { walk.hasMarked($0, [.first, .second]) }
        return CommonAncestors(commits: walk.shared, isComplete: isComplete)
    }

    /// The newest commit that both contain, or `nil` where the histories have nothing in common.
    ///
    /// Where several qualify (after merges in both directions) it is the one committed last.
    /// - Throws: `historyIncomplete`, and what `commit` throws.
    func mergeBase(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID? {
        let common = try commonAncestors(a, b)
        guard common.isComplete else {
            throw .historyIncomplete(question: "the merge base of \(a) and \(b)")
        }
        for candidate in common.commits {
            var isContained = false
            for other in common.commits where other != candidate && !isContained {
                isContained = try commonAncestors(candidate, other).commits.contains(candidate)
            }
            if !isContained { return candidate }
        }
        return nil
    }

    /// How `commit` stands to `other`.
    /// - Throws: what `commit` throws; a missing `other` is an answer.
    func ancestry(of commit: ObjectID, comparedWith other: ObjectID) throws(GitError) -> Ancestry {
        if try objects.header(of: other, citing: "commit") == nil { return isShallow ? .unknown : .missing }
        if commit == other { return .same }
        let common = try commonAncestors(commit, other)
        if common.commits.contains(other) { return .descendant }
        if common.commits.contains(commit) { return .behind }
        return common.isComplete ? .diverged : .unknown
    }
}

/// From which of two commits a commit was reached.
private struct CommitMarks: OptionSet, Hashable {
    let rawValue: UInt8

    static let first = CommitMarks(rawValue: 1)
    static let second = CommitMarks(rawValue: 2)
    /// Reached from a commit that both contain.
    static let stale = CommitMarks(rawValue: 4)
}

/// The state of a walk over two histories.
private struct CommonWalk {
    private var commits: [ObjectID: Commit] = [:]
    private var marks: [ObjectID: CommitMarks] = [:]
    private var queue = CommitQueue()
    /// The waiting commits that are not stale; without them nothing new can be found.
    private var open: Set<ObjectID> = []
    private var found: [ObjectID] = []

    /// The commits reached from both, without those found later to be contained in another.
    var shared: [ObjectID] { found.filter { marks[$0]?.contains(.stale) == false } }

    func hasMarked(_ id: ObjectID, _ new: CommitMarks) -> Bool { marks[id, default: []].isSuperset(of: new) }

    /// A commit that has marks.
    func known(_ id: ObjectID) -> Commit? { commits[id] }

    mutating func mark(_ id: ObjectID, _ commit: Commit, _ new: CommitMarks) {
        commits[id] = commit
        let all = marks[id, default: []].union(new)
        marks[id] = all
        queue.insert(id, committedAt: commit.committedAt)
        if all.contains(.stale) { open.remove(id) } else { open.insert(id) }
    }

    /// The next commit and the marks that its parents get.
    mutating func next() -> (ObjectID, Commit, CommitMarks)? {
        guard !open.isEmpty, let id = queue.popNewest(), let commit = commits[id] else { return nil }
        open.remove(id)
        var passed = marks[id, default: []]
        if passed.isSuperset(of: [.first, .second]), !passed.contains(.stale) {
            if !found.contains(id) { found.append(id) }
            passed.insert(.stale)
        }
        return (id, commit, passed)
    }
}
