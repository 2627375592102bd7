internal import WritModel

/// A version of a file in a parent.
private struct OlderFile {
    /// The parent, counted from 0.
    let parent: Int
    let path: [UInt8]
    let blob: ObjectID
}

extension BlameWalk {
    /// Passes lines of the files of the commit `id` to its parents and settles the others.
    ///
    /// Where it throws, `files` are those of which nothing was passed or settled.
    /// - Throws: what reading objects throws.
    mutating func pass(_ files: inout SuspectFiles, of id: ObjectID) throws(GitError) {
        let commit = try commit(id)
        if history.isBoundary(id) { return settle(files, at: id, .boundary) }
        var trees: [ObjectID] = []
        for parent in commit.parents { trees.append(try self.commit(parent).tree) }

        var older: [[UInt8]: [OlderFile]] = [:]
        for (index, tree) in trees.enumerated() where !files.isEmpty {
            let changed = try changedFiles(among: files, from: tree, to: commit.tree)
            var left: SuspectFiles = [:]
            for (path, old) in changed {
                left[path] = files.removeValue(forKey: path)
                // Of parents with the same version the first one counts.
                if let old, older[path, default: []].allSatisfy({ $0.blob != old }) {
                    older[path, default: []].append(OlderFile(parent: index, path: path, blob: old))
                }
            }
            add(files, to: commit.parents[index])
            files = left
        }
        try addRenames(to: &older, of: files, at: commit.tree, trees)
        for (path, file) in files {
            files[path] = nil
            do throws(GitError) {
                try pass(file, path, of: id, to: older[path] ?? [], commit.parents)
            } catch {
                fail([path: file], at: id, error)
            }
        }
    }

    /// Passes lines of one file to its older versions, parent by parent.
    private mutating func pass(
        _ file: SuspectFile, _ path: [UInt8], of id: ObjectID, to older: [OlderFile], _ parents: [ObjectID]
    ) throws(GitError) {
        if let same = older.first(where: { $0.blob == file.blob }) {
            return add(file, same.path, to: parents[same.parent])
        }
        var rest = file
        var passed: [(OlderFile, SuspectFile)] = []
        for version in older.sorted(by: { $0.parent < $1.parent }) where !rest.lines.isEmpty {
            let new = (try contents.blob(file.blob, path), rest)
            let old = try contents.blob(version.blob, version.path)
            let divided = try divide(new, old, version.blob)
            passed.append((version, divided.theirs))
            rest = divided.ours
        }
        for (version, lines) in passed { add(lines, version.path, to: parents[version.parent]) }
        settle([path: rest], at: id, .wrote)
    }

    /// The files whose contents the older tree does not have at their paths, with what it has there.
    private func changedFiles(
        among files: SuspectFiles, from old: ObjectID, to new: ObjectID
    ) throws(GitError) -> [[UInt8]: ObjectID?] {
        var comparison = TreeComparison(contents) { [folders] in folders.contains($0) }
        try comparison.compare(old, new)
        var changed: [[UInt8]: ObjectID?] = [:]
        for change in comparison.changes {
            guard let file = files[change.path], change.new?.kind == .file else { continue }
            let before = change.old.flatMap { $0.kind == .file ? $0.id : nil }
            // Another mode alone changes no line.
            if before != file.blob { changed[change.path] = .some(before) }
        }
        return changed
    }

    /// Adds what files that a parent does not have at their paths were called there.
    private mutating func addRenames(
        to older: inout [[UInt8]: [OlderFile]], of files: SuspectFiles, at tree: ObjectID,
        _ parents: [ObjectID]
    ) throws(GitError) {
        guard !files.isEmpty else { return }
        for (index, parent) in parents.enumerated() {
            var missing: [([UInt8], SuspectFile)] = []
            for (path, file) in files {
                let before = try find(path, in: parent)
                if before == nil || before?.kind == .folder { missing.append((path, file)) }
            }
            guard !missing.isEmpty else { continue }
            var comparison = TreeComparison(contents) { _ in true }
            try comparison.compare(parent, tree)
            var finder = RenameFinder(comparison.changes, contents)
            for (path, file) in missing {
                guard let source = try finder.source(of: path, file.blob) else { continue }
                if older[path, default: []].allSatisfy({ $0.blob != source.blob }) {
                    older[path, default: []].append(
                        OlderFile(parent: index, path: source.path, blob: source.blob))
                }
            }
        }
    }

    /// Divides lines into those that the older file has and those it has not.
    private func divide(
        _ new: (bytes: [UInt8], file: SuspectFile), _ old: [UInt8], _ oldBlob: ObjectID
    ) throws(GitError) -> (theirs: SuspectFile, ours: SuspectFile) {
        let common = try history.objects.watch(oldBlob, citing: "a file's older version") {
            () throws(GitError) in
            try commonLines(old, new.bytes)
        }
        let (newStarts, oldStarts) = (lineStarts(new.bytes), lineStarts(old))
        var theirs = SuspectFile(blob: oldBlob, lines: [])
        var ours = SuspectFile(blob: new.file.blob, lines: [])
        var position = 0
        for line in new.file.lines.sorted(by: { $0.number < $1.number }) {
            while position + 1 < common.count, common[position + 1].newStart <= line.number { position += 1 }
            let run = common[position]
            guard line.number >= run.newStart, line.number - run.newStart < run.count else {
                ours.lines.append(line)
                continue
            }
            let number = run.oldStart + line.number - run.newStart
            // What the diff calls equal has to be equal: the only check on the library's answer there is.
            guard number < oldStarts.count,
                old[range(of: number, oldStarts, old.count)]
                    == new.bytes[range(of: line.number, newStarts, new.bytes.count)]
            else {
                throw .library(code: 0, message: "the diff of \(oldBlob) and \(new.file.blob) is wrong")
            }
            theirs.lines.append(FollowedLine(number: number, asked: line.asked))
        }
        return (theirs, ours)
    }
}

private func range(of line: Int, _ starts: [Int], _ end: Int) -> Range<Int> {
    starts[line]..<(line + 1 < starts.count ? starts[line + 1] : end)
}
