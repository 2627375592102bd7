internal import WritDiagnostics
internal import WritGit
internal import WritModel
internal import WritReport
internal import WritStore

extension OpenRepository {
    /// Who made the commits that entries are about, and who wrote the lines that changes followed from.
    ///
    /// What cannot be found out is left out.
    func origins(of entries: [AuditEntry], _ options: RepositoryOptions) -> HistoryOrigins {
        var result = HistoryOrigins()
        guard let reader = try? OriginSearch(source, options).reader else { return result }
        var places: [Int: LinePlace] = [:]
        var commits: [String: String] = [:]
        for entry in entries {
            if let commit = entry.commit { commits[entry.run] = commit }
            guard let commit = commits[entry.run], let line = entry.sourceLine else { continue }
            places[entry.sequence] = LinePlace(commit: commit, line)
        }
        // A commit that the clone does not have must not spoil the answers for the others.
        for commit in Set(commits.values) { result.authors[commit] = try? reader.authorship(of: commit) }
        places = places.filter { result.authors[$0.value.commit] != nil }
        guard let blame = try? reader.blame(Set(places.values), limits: BlameLimits(time: .seconds(10)))
        else { return result }
        for (sequence, place) in places {
            guard let line = blame.lines[place] else { continue }
            let commit = line.place.commit
            if result.authors[commit] == nil {
                result.authors[commit] = try? reader.authorship(of: commit)
            }
            result.lines[sequence] = Origin(
                line.standing, commit: commit, author: result.authors[commit], at: place.line,
                writtenAt: line.place.line)
        }
        return result
    }
}

extension AuditEntry {
    /// The line that its change followed from.
    fileprivate var sourceLine: FileLine? {
        // `file:line:column`, and a file's name may hold colons.
        guard let parts = detail["source"]?.string?.split(separator: ":"), parts.count >= 3,
            let line = Int(parts[parts.count - 2])
        else { return nil }
        return FileLine(file: parts.dropLast(2).joined(separator: ":"), line: line)
    }
}
