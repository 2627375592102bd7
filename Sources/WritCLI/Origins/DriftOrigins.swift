internal import WritGit
internal import WritManifest
internal import WritModel
internal import WritPlan

extension OpenRepository {
    /// Who wrote the lines that were applied and that the store has drifted from.
    ///
    /// What cannot be found out is a note, never an error.
    func origins(of drift: Drift, _ target: Target, _ options: RepositoryOptions) -> Origins {
        guard !drift.items.isEmpty else { return Origins() }
        do throws(GitError) {
            var search = try OriginSearch(source, options)
            let byCommit = Dictionary(grouping: drift.items, by: \.since.commit)
            for (commit, items) in byCommit.sorted(by: { $0.key < $1.key }) {
                do throws(GitError) {
                    try search.ask(items, at: commit, target)
                } catch {
                    search.note("who wrote what was applied from \(commit.prefix(7)) is not known: \(error)")
                }
            }
            try search.answer()
            return search.found
        } catch {
            return Origins(notes: ["who wrote the lines is not known: \(error)"])
        }
    }
}

extension OriginSearch {
    /// Asks for the lines of what drifted as they were in the commit that was applied.
    fileprivate mutating func ask(
        _ items: [DriftItem], at commit: String, _ target: Target
    ) throws(GitError) {
        let files = try reader.files(items.map(\.since.file), at: revision(commit)).files
        let decoding = decode(ParsedManifests(files: files.map { parseFile($0) }), documents: [:])
        let places = OriginPlaces(decoding.state, decoding.sources)
        for item in items {
            let line = FileLine(file: item.since.file, line: item.since.line)
            try ask(item.originKey, places[item.originKey] ?? OriginPlace(line), at: commit)
        }
    }
}
