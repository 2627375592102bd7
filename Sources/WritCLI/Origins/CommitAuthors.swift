internal import WritGit
internal import WritModel
internal import WritStore

extension OpenRepository {
    /// The authors of the commits that entries name, by full id; a commit that is not at hand is left out.
    func authors(
        ofCommitsIn entries: [AuditEntry], _ options: RepositoryOptions
    ) -> [String: Authorship] {
        guard let search = try? OriginSearch(source, options) else { return [:] }
        var authors: [String: Authorship] = [:]
        for commit in Set(entries.compactMap(\.commit)) {
            authors[commit] = try? search.reader.authorship(of: commit)
        }
        return authors
    }
}
