import Testing

@testable import WritGit

@Suite("What precedes what")
struct HistoryTests {
    /// A repository in which `main` and `side` fork at the second commit; the clock stands still.
    private func forked() throws -> (GitRepository, first: String, fork: String, main: String, side: String) {
        let repository = try GitRepository()
        let first = try repository.commit(["a.yaml": "1"])
        let fork = try repository.commit(["a.yaml": "2"])
        try repository.git("branch", "side")
        let main = try repository.commit(["a.yaml": "3"])
        try repository.git("checkout", "-q", "side")
        let side = try repository.commit(["b.yaml": "1"])
        return (repository, first, fork, main, side)
    }

    @Test("a later commit of one line is a descendant, an earlier one is behind")
    func line() throws {
        let (repository, first, fork, main, _) = try forked()
        let reader = try ManifestReader(repository: repository.path)
        #expect(try reader.ancestry(of: main, comparedWith: first) == .descendant)
        #expect(try reader.ancestry(of: first, comparedWith: main) == .behind)
        #expect(try reader.ancestry(of: fork, comparedWith: fork) == .same)
    }

    @Test("commits of two branches diverged and meet at the fork")
    func fork() throws {
        let (repository, _, fork, main, side) = try forked()
        let reader = try ManifestReader(repository: repository.path)
        #expect(try reader.ancestry(of: main, comparedWith: side) == .diverged)
        #expect(try reader.mergeBase(main, side) == fork)
        #expect(try reader.mergeBase(fork, main) == fork)
    }

    @Test("commits without a common ancestor have no merge base")
    func unrelated() throws {
        let (repository, _, _, main, _) = try forked()
        let other = try repository.commit(tree: try repository.tree([]))
        let reader = try ManifestReader(repository: repository.path)
        #expect(try reader.mergeBase(main, other) == nil)
        #expect(try reader.ancestry(of: main, comparedWith: other) == .diverged)
    }

    @Test("a commit that the repository does not have is missing")
    func missing() throws {
        let (repository, _, _, main, _) = try forked()
        let reader = try ManifestReader(repository: repository.path)
        let other = String(repeating: "1", count: 40)
        #expect(try reader.ancestry(of: main, comparedWith: other) == .missing)
    }
}
