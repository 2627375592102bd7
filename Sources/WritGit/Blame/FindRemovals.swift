package import WritModel

/// The commit that took something away.
package struct Removal: Hashable, Sendable {
    /// The full commit id.
    package var commit: String
    /// Where it was last, in the commit before.
    package var place: FileLine
}

extension ManifestReader {
    /// Finds the commits after `older` that took `facts` out of the manifests of `newest`, which has none of them.
    ///
    /// Followed are the commits that contain `older`: a merge that took a removal over is not the one that
    /// removed. Cost grows with the commits between the two and with what they changed; a fact that no commit
    /// is found for is left out.
    /// - Parameters:
    ///   - isManifest: whether the file at a path may state facts.
    ///   - stated: which of the facts a file states, and on which line.
    /// - Throws: `revisionSyntax` for what is no full id, `object…`, `unreadable`.
    package func removals<Fact: Hashable>(
        of facts: Set<Fact>, between older: String, and newest: String, limits: BlameLimits = BlameLimits(),
        isManifest: (String) -> Bool, stated: (ManifestFile, Set<Fact>) -> [Fact: Int]
    ) throws(GitError) -> [Fact: Removal] {
        let start = SuspendingClock.now
        let (old, new) = (try id(older), try id(newest))
        let between = try history.descendants(of: old, upTo: new, atMost: limits.commits)
        let contents = ContentCache(objects, fileBytes: limits.fileBytes)
        var found: [Fact: Removal] = [:]
        var missing = [new: facts]
        var queue = CommitQueue()
        queue.insert(new, committedAt: between[new]?.committedAt ?? 0)
        while let id = queue.popNewest(), SuspendingClock.now - start < limits.time {
            guard var open = missing.removeValue(forKey: id), let commit = between[id] else { continue }
            var last: [Fact: FileLine] = [:]
            for parent in commit.parents where parent == old || between[parent] != nil {
                let tree = try history.commit(parent).tree
                let there = try placesLost(from: tree, to: commit.tree, open, contents, isManifest, stated)
                last.merge(there) { first, _ in first }
                let elsewhere = open.subtracting(there.keys)
                open.subtract(elsewhere)
                guard parent != old, !elsewhere.isEmpty else {
                    // What the older commit does not have either was taken away by none of these.
                    continue
                }
                if missing[parent] == nil {
                    queue.insert(parent, committedAt: between[parent]?.committedAt ?? 0)
                }
                missing[parent, default: []].formUnion(elsewhere)
            }
            for fact in open {
                guard let place = last[fact] else { continue }
                found[fact] = Removal(commit: id.description, place: place)
            }
        }
        return found
    }

    /// The facts that files of the older tree state which the newer one has differently or not at all.
    private func placesLost<Fact: Hashable>(
        from old: ObjectID, to new: ObjectID, _ facts: Set<Fact>, _ contents: ContentCache,
        _ isManifest: (String) -> Bool, _ stated: (ManifestFile, Set<Fact>) -> [Fact: Int]
    ) throws(GitError) -> [Fact: FileLine] {
        var comparison = TreeComparison(contents) { _ in true }
        try comparison.compare(old, new)
        var places: [Fact: FileLine] = [:]
        for change in comparison.changes {
            guard let before = change.old, before.kind == .file,
                let path = String(validating: change.path, as: UTF8.self), isManifest(path)
            else { continue }
            let file = ManifestFile(path: path, bytes: try contents.blob(before.id, change.path))
            for (fact, line) in stated(file, facts) where places[fact] == nil {
                places[fact] = FileLine(file: path, line: line)
            }
        }
        return places
    }
}

extension History {
    /// The commits that `newest` contains and that contain `old`, without `old` itself; empty where it does not
    /// contain `old`, or where there are more than `limit` commits between them.
    /// - Throws: what `commit` throws.
    func descendants(
        of old: ObjectID, upTo newest: ObjectID, atMost limit: Int
    ) throws(GitError) -> [ObjectID: Commit] {
        var commits = [newest: try commit(newest), old: try commit(old)]
        // Older than the older commit, and so not between them.
        var past: Set<ObjectID> = [old]
        var open: Set<ObjectID> = [newest]
        var queue = CommitQueue()
        for (id, commit) in commits { queue.insert(id, committedAt: commit.committedAt) }
        var children: [ObjectID: [ObjectID]] = [:]
        while !open.isEmpty, let id = queue.popNewest() {
            open.remove(id)
            guard let commit = commits[id], !isBoundary(id) else { continue }
            for parent in commit.parents {
                let isPast = past.contains(id)
                if !isPast { children[parent, default: []].append(id) }
                guard commits[parent] == nil || isPast && !past.contains(parent) else { continue }
                let known: Commit
                if let seen = commits[parent] { known = seen } else { known = try self.commit(parent) }
                commits[parent] = known
                if isPast { past.insert(parent) } else { open.insert(parent) }
                if isPast { open.remove(parent) }
                queue.insert(parent, committedAt: known.committedAt)
            }
            guard commits.count <= limit else { return [:] }
        }
        var result: [ObjectID: Commit] = [:]
        var next = [old]
        while let id = next.popLast() {
            for child in children[id] ?? [] where result[child] == nil && child != old {
                result[child] = commits[child]
                next.append(child)
            }
        }
        return result
    }
}
