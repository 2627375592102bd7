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

    @Test("random histories agree with git", arguments: 1...6)
    func randomHistories(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let repository = try GitRepository()
        let tree = try repository.tree([])
        var commits: [String] = []
        for _ in 0..<24 {
            let parents = Set(
                (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
                    commits.suffix(6).randomElement(using: &generator)
                })
            // Clocks that jump: the order of times says nothing about the order of commits.
            let time = 1_700_000_000 + Int.random(in: -1000...1000, using: &generator)
            commits.append(try repository.commit(tree: tree, parents: parents.sorted(), at: time))
        }
        let reader = try ManifestReader(repository: repository.path)
        for _ in 0..<40 {
            let a = try #require(commits.randomElement(using: &generator))
            let b = try #require(commits.randomElement(using: &generator))
            let contains = repository.succeeds("merge-base", "--is-ancestor", b, a)
            let isContained = repository.succeeds("merge-base", "--is-ancestor", a, b)
            let expected: Ancestry =
                a == b ? .same : contains ? .descendant : isContained ? .behind : .diverged
            #expect(try reader.ancestry(of: a, comparedWith: b) == expected)
            let bases = (try? repository.git("merge-base", "--all", a, b))?.split(separator: "\n") ?? []
            let base = try reader.mergeBase(a, b)
            #expect(base == nil ? bases.isEmpty : bases.contains { $0 == base ?? "" })
        }
    }

    @Test("what a shallow clone cannot know is unknown, what it holds is known")
    func shallow() throws {
        let (origin, first, fork, main, side) = try forked()
        let clone = try GitRepository(cloning: origin, "--depth", "1", "--no-single-branch")
        let reader = try ManifestReader(repository: clone.path)
        #expect(try reader.ancestry(of: main, comparedWith: side) == .unknown)
        #expect(try reader.ancestry(of: main, comparedWith: first) == .unknown)
        #expect(throws: GitError.historyIncomplete(question: "the merge base of \(main) and \(side)")) {
            try reader.mergeBase(main, side)
        }
        let deeper = try GitRepository(cloning: origin, "--depth", "2", "--no-single-branch")
        let deeperReader = try ManifestReader(repository: deeper.path)
        #expect(try deeperReader.ancestry(of: main, comparedWith: fork) == .descendant)
        #expect(try deeperReader.mergeBase(main, side) == fork)
    }

    @Test("what is no full id is refused", arguments: ["main", "HEAD", "0123456", ""])
    func notAnID(text: String) throws {
        let (repository, _, _, main, _) = try forked()
        let reader = try ManifestReader(repository: repository.path)
        #expect(throws: GitError.revisionSyntax(text, reason: "is not a full commit id")) {
            try reader.ancestry(of: main, comparedWith: text)
        }
    }
}
