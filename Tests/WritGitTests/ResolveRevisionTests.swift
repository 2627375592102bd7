import Foundation
import Testing
import WritModel

@testable import WritGit

@Suite("Resolving a revision")
struct ResolveRevisionTests {
    /// Three commits on `main`, a branch and two tags on the second, a branch on another line.
    private static func repository() throws -> (GitRepository, commits: [String]) {
        let repository = try GitRepository()
        let commits = try (1...3).map { try repository.commit(["a.yaml": "\($0)"]) }
        try repository.git("branch", "release/1.0", commits[1])
        try repository.git("tag", "light", commits[1])
        try repository.git("tag", "-a", "-m", "tag", "annotated", commits[1])
        try repository.git("tag", "-a", "-m", "tag", "nested", "annotated")
        try repository.git("update-ref", "refs/remotes/origin/main", commits[0])
        return (repository, commits)
    }

    private func failure(_ repository: GitRepository, _ revision: String) -> GitError? {
        do throws(GitError) {
            _ = try ManifestReader(repository: repository.path).resolve(revision)
            return nil
        } catch { return error }
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var revision: String
        /// How many commits before the newest.
        var back: Int
        var testDescription: String { revision }
    }

    @Test(
        "names lead to the same commit as in git",
        arguments: [
            Row(revision: "HEAD", back: 0), Row(revision: "main", back: 0), Row(revision: "HEAD~", back: 1),
            Row(revision: "main~2", back: 2), Row(revision: "main~0", back: 0),
            Row(revision: "release/1.0", back: 1), Row(revision: "light", back: 1),
            Row(revision: "annotated", back: 1), Row(revision: "nested~1", back: 2),
            Row(revision: "origin/main", back: 2), Row(revision: "heads/main", back: 0),
            Row(revision: "tags/light", back: 1), Row(revision: "refs/heads/main", back: 0),
        ], [false, true])
    func names(row: Row, isPacked: Bool) throws {
        let (repository, commits) = try Self.repository()
        if isPacked {
            try repository.git("gc", "-q", "--prune=now")
            try repository.git("pack-refs", "--all")
        }
        let revision = try ManifestReader(repository: repository.path).resolve(row.revision)
        #expect(revision.commit == commits[2 - row.back])
        #expect(revision.commit == (try repository.git("rev-parse", row.revision + "^{commit}")))
        #expect(revision.name == row.revision)
        #expect(revision.repository == repository.path)
    }

    @Test("an id resolves in full and by a prefix of at least seven digits", arguments: [40, 39, 12, 7])
    func ids(length: Int) throws {
        let (repository, commits) = try Self.repository()
        let prefix = String(commits[0].prefix(length))
        #expect(try ManifestReader(repository: repository.path).resolve(prefix).commit == commits[0])
        #expect(
            try ManifestReader(repository: repository.path).resolve(prefix.uppercased()).commit == commits[0])
        try repository.git("gc", "-q", "--prune=now")
        #expect(try ManifestReader(repository: repository.path).resolve(prefix).commit == commits[0])
    }

    @Test("six digits are not taken for an id")
    func shortPrefix() throws {
        let (repository, commits) = try Self.repository()
        let prefix = String(commits[0].prefix(6))
        #expect(failure(repository, prefix) == .revisionNotFound(prefix, nearest: nil))
    }

    @Test("a branch whose name is the prefix of another commit's id is ambiguous")
    func branchLikeAnID() throws {
        let (repository, commits) = try Self.repository()
        let prefix = String(commits[0].prefix(8))
        try repository.git("update-ref", "refs/heads/" + prefix, commits[2])
        #expect(
            failure(repository, prefix)
                == .revisionAmbiguous(prefix, candidates: ["refs/heads/" + prefix, commits[0]]))
        try repository.git("update-ref", "refs/heads/" + prefix, commits[0])
        #expect(failure(repository, prefix) == nil)
    }

    @Test("a prefix of two commits is ambiguous and names both")
    func ambiguousPrefix() throws {
        let repository = try GitRepository()
        let tree = try repository.tree([])
        // Found by search: two commits whose ids begin with the same seven digits would take 2^14 tries;
        // loose objects of which one is a copy under another name do without.
        let commit = try repository.commit(tree: tree)
        let folder = repository.path + "/.git/objects/" + commit.prefix(2)
        let last: Character = commit.last == "0" ? "1" : "0"
        let twin = String(commit.dropLast()) + String(last)
        try FileManager.default.copyItem(
            atPath: folder + "/" + commit.dropFirst(2), toPath: folder + "/" + twin.dropFirst(2))
        let prefix = String(commit.prefix(10))
        #expect(
            failure(repository, prefix) == .revisionAmbiguous(prefix, candidates: [commit, twin].sorted()))
    }

    @Test("a branch and a tag of one name and different commits are ambiguous")
    func branchAndTag() throws {
        let (repository, commits) = try Self.repository()
        try repository.git("tag", "main", commits[0])
        #expect(
            failure(repository, "main")
                == .revisionAmbiguous("main", candidates: ["refs/heads/main", "refs/tags/main"]))
        #expect(try ManifestReader(repository: repository.path).resolve("tags/main").commit == commits[0])
    }

    @Test("a detached HEAD resolves")
    func detached() throws {
        let (repository, commits) = try Self.repository()
        try repository.git("checkout", "-q", "--detach", commits[1])
        #expect(try ManifestReader(repository: repository.path).resolve().commit == commits[1])
    }

    @Test("HEAD of a repository without a commit says so")
    func unborn() throws {
        let repository = try GitRepository()
        #expect(failure(repository, "HEAD") == .noCommitYet(branch: "main"))
    }

    @Test("a misspelt branch gets the nearest name as help", arguments: [false, true])
    func nearest(isPacked: Bool) throws {
        let (repository, _) = try Self.repository()
        if isPacked { try repository.git("pack-refs", "--all") }
        let error = try #require(failure(repository, "relaese/1.0"))
        #expect(error == .revisionNotFound("relaese/1.0", nearest: "release/1.0"))
        #expect(error.help == "did you mean `release/1.0`?")
    }

    @Test("links among the reference files do not lead the search round in circles", .timeLimit(.minutes(1)))
    func linkedReferences() throws {
        let (repository, _) = try Self.repository()
        for number in 0..<4 {
            try #require(symlink(".", repository.path + "/.git/refs/heads/loop\(number)") == 0)
        }
        #expect(failure(repository, "mian") == .revisionNotFound("mian", nearest: "main"))
    }

    @Test(
        "the rest of git's revision language is refused",
        arguments: [
            "", "~1", "main^", "main^{tree}", "main@{1}", "@", "HEAD@{999999999999}", ":/message",
            "main..light",
            "main~x", "main~1~1", "main~-1", "main~9999999999", "../../HEAD", "main:writ.yaml", "a b", "a\nb",
            "/main", "main/", "main.lock", ".main", "-x^",
        ])
    func otherSyntax(revision: String) throws {
        let (repository, _) = try Self.repository()
        guard case .revisionSyntax(let text, _) = failure(repository, revision) else {
            Issue.record("not refused as syntax")
            return
        }
        #expect(text == revision)
    }

    @Test("a blob's id names no commit")
    func blob() throws {
        let (repository, _) = try Self.repository()
        let blob = try repository.git("rev-parse", "HEAD:a.yaml")
        #expect(failure(repository, blob) == .notACommit(blob, kind: .blob))
    }

    @Test("more generations than there are commits is an error that counts them")
    func tooFarBack() throws {
        let (repository, _) = try Self.repository()
        #expect(failure(repository, "main~3") == .tooFewAncestors("main~3", available: 2))
    }

    @Test("going back past a shallow clone's boundary asks for the whole history")
    func pastBoundary() throws {
        let (origin, commits) = try Self.repository()
        let clone = try GitRepository(cloning: origin, "--depth", "2")
        #expect(try ManifestReader(repository: clone.path).resolve("main~1").commit == commits[1])
        let error = try #require(failure(clone, "main~2"))
        #expect(error == .historyIncomplete(question: "the commit `main~2`"))
        #expect(try #require(error.help).contains("git fetch --unshallow"))
        #expect(try #require(error.help).contains("fetch-depth: 0"))
    }

    @Test("a reference that leads to itself is malformed")
    func referenceLoop() throws {
        let (repository, _) = try Self.repository()
        try write("ref: refs/heads/b\n", to: repository.path + "/.git/refs/heads/a")
        try write("ref: refs/heads/a\n", to: repository.path + "/.git/refs/heads/b")
        guard case .malformedReference(_, let reason) = failure(repository, "a") else {
            Issue.record("not refused")
            return
        }
        #expect(reason == "it leads to itself")
    }

    @Test("a reference that leads out of the repository is malformed")
    func referenceOutside() throws {
        let (repository, _) = try Self.repository()
        try write("ref: refs/../../../secret\n", to: repository.path + "/.git/HEAD")
        #expect(
            failure(repository, "HEAD")
                == .malformedReference(
                    name: "HEAD", reason: "it leads to `refs/../../../secret`, which is no reference"))
    }

    @Test("a reference file with other text is malformed")
    func referenceGarbage() throws {
        let (repository, _) = try Self.repository()
        try write("0123\n", to: repository.path + "/.git/refs/heads/bad")
        #expect(
            failure(repository, "bad")
                == .malformedReference(
                    name: "refs/heads/bad", reason: "it holds neither an id nor another reference"))
    }
}
