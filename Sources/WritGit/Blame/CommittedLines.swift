extension ManifestReader {
    /// Which line of the file at `path` of a commit each line of `bytes` is; lines count from 1, and those that
    /// are not committed are left out.
    /// - Throws: `revisionSyntax` for what is no full id, `object…`, `unreadable`, `library`.
    package func committedLines(
        of bytes: [UInt8], at path: String, in commit: String
    ) throws(GitError) -> [Int: Int] {
        let walk = BlameWalk(history, limits: BlameLimits()) { .zero }
        let tree = try history.commit(try id(commit)).tree
        guard let file = try walk.find(Array(path.utf8), in: tree), file.kind == .file else { return [:] }
        let old = try walk.contents.blob(file.id, Array(path.utf8))
        let count = lineStarts(bytes).count
        var lines: [Int: Int] = [:]
        for run in try commonLines(old, bytes) {
            for offset in 0..<max(0, min(run.count, count - run.newStart)) {
                lines[run.newStart + offset + 1] = run.oldStart + offset + 1
            }
        }
        return lines
    }
}
