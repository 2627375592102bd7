import Foundation
import Testing
import WritTestKit
import WritDiagnostics
import WritModel

@testable import WritGit

@Suite("Opening a repository")
struct OpenRepositoryTests {
    private static let files = ["writ.yaml": "targets: []\n", "iam/a.yaml": "kind: User\n"]

    private func manifests(_ path: String, _ revision: String = "HEAD") throws -> [String] {
        let reader = try ManifestReader(repository: path)
        return try reader.tree(at: try reader.resolve(revision), wanted: ["."]).tree.files.map(\.path)
    }

    /// What opening `path` throws.
    private func failure(_ path: String, owner: OwnerRule = .currentUser) -> GitError? {
        do throws(GitError) {
            _ = try ManifestReader(repository: path, owner: owner)
            return nil
        } catch { return error }
    }

    @Test("a working tree opens by its top, its .git and a folder below", arguments: ["", "/.git", "/iam"])
    func workingTree(suffix: String) throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        #expect(try manifests(repository.path + suffix) == ["iam/a.yaml", "writ.yaml"])
        let reader = try ManifestReader(repository: repository.path + suffix)
        #expect(reader.root == repository.path)
        #expect(reader.prefix == (suffix == "/iam" ? "iam" : ""))
    }

    @Test("a bare repository opens")
    func bare() throws {
        let origin = try GitRepository()
        try origin.commit(Self.files)
        let bare = try GitRepository(cloning: origin, "--bare")
        #expect(try manifests(bare.path) == ["iam/a.yaml", "writ.yaml"])
        #expect(try ManifestReader(repository: bare.path).root == bare.path)
    }

    @Test("a linked worktree opens with its own HEAD", arguments: ["", "/.git", "/iam"])
    func linkedWorktree(suffix: String) throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        let linked = repository.beside + "/linked"
        try repository.git("worktree", "add", "-q", "-b", "side", linked)
        try repository.git("-C", linked, "rm", "-q", "writ.yaml")
        try repository.git("-C", linked, "commit", "-q", "-m", "less")
        #expect(try manifests(linked + suffix) == ["iam/a.yaml"])
        #expect(try manifests(linked + suffix, "main") == ["iam/a.yaml", "writ.yaml"])
        #expect(try ManifestReader(repository: linked + suffix).root == linked)
    }

    @Test("a repository whose .git folder lies elsewhere opens")
    func separateGitFolder() throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        try repository.git("init", "-q", "--separate-git-dir", repository.beside + "/elsewhere")
        #expect(try manifests(repository.path) == ["iam/a.yaml", "writ.yaml"])
    }

    @Test("a shallow clone is read as far as it goes")
    func shallow() throws {
        let origin = try GitRepository()
        try origin.commit(Self.files)
        try origin.commit(["iam/b.yaml": "kind: Group\n"])
        let clone = try GitRepository(cloning: origin, "--depth", "1")
        #expect(try manifests(clone.path) == ["iam/a.yaml", "iam/b.yaml", "writ.yaml"])
    }

    @Test("a folder in no repository is refused")
    func notARepository() throws {
        let folder = try TemporaryFolder()
        #expect(failure(folder.path) == .notARepository(path: folder.path))
    }

    @Test("a folder whose .git file leads nowhere is refused, naming where it led")
    func danglingPointer() throws {
        let folder = try TemporaryFolder()
        try write("gitdir: ../gone\n", to: folder.path + "/work/.git")
        let path = folder.path + "/work/../gone"
        #expect(
            failure(folder.path + "/work") == .unreadable(path: path, reason: "No such file or directory"))
    }

    @Test("a file in a working tree leads to its repository", arguments: [0, 1 << 20])
    func fileInside(size: Int) throws {
        let repository = try GitRepository()
        try repository.commit(["iam/a.yaml": String(repeating: "\0", count: size)])
        #expect(try ManifestReader(repository: repository.path + "/iam/a.yaml").root == repository.path)
    }

    @Test("a path that is not there is refused")
    func noSuchPath() throws {
        let path = try TemporaryFolder().path + "/none"
        #expect(failure(path) == .unreadable(path: path, reason: "No such file or directory"))
    }

    @Test("a bare repository committed as files is not taken for the one around it")
    func embeddedBare() throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        try repository.git("clone", "-q", "--bare", ".", "iam/inner")
        let reader = try ManifestReader(repository: repository.path + "/iam/inner/refs")
        #expect(reader.root == repository.path)
    }

    @Test("a repository of another user is refused, with both users named")
    func foreignOwner() throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        let user = geteuid()
        #expect(
            failure(repository.path, owner: .users([user + 1]))
                == .foreignOwner(path: repository.path + "/.git", owner: user, user: user))
        #expect(failure(repository.path, owner: .users([user])) == nil)
        #expect(failure(repository.path, owner: .anyone) == nil)
    }

    @Test("a repository given to another user is refused", .enabled(if: geteuid() == 0))
    func givenAway() throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        try #require(chown(repository.path + "/.git/objects", 4242, 4242) == 0)
        let error = try #require(failure(repository.path))
        #expect(
            error.description
                == "`\(repository.path)/.git/objects` belongs to user 4242, and this process runs as user 0")
    }

    @Test("a clone that borrows objects is refused")
    func alternates() throws {
        let origin = try GitRepository()
        try origin.commit(Self.files)
        try origin.git("clone", "-q", "--shared", ".", origin.beside + "/shared")
        let path = origin.beside + "/shared/.git/objects/info/alternates"
        #expect(failure(origin.beside + "/shared") == .alternates(path: path))
    }

    @Test(
        "a repository with SHA-256 objects is refused by name, also without a commit",
        arguments: [true, false])
    func sha256(hasCommit: Bool) throws {
        let repository = try GitRepository("--object-format=sha256")
        if hasCommit { try repository.commit(Self.files) }
        #expect(
            failure(repository.path)
                == .unsupportedFormat(path: repository.path, format: "the object format sha256"))
    }

    @Test("a hostile configuration is not obeyed")
    func hostileConfiguration() throws {
        let repository = try GitRepository()
        try repository.commit(Self.files)
        let elsewhere = try GitRepository()
        try elsewhere.commit(["other.yaml": ""])
        try write(
            "[include]\n\tpath = /dev/full\n[core]\n\tworktree = \(elsewhere.path)\n"
                + "\tfsmonitor = /bin/false\n\trepositoryformatversion = 99\n[broken\n",
            to: repository.path + "/.git/config")
        #expect(try manifests(repository.path) == ["iam/a.yaml", "writ.yaml"])
        #expect(try ManifestReader(repository: repository.path).root == repository.path)
    }

    @Test("a blob that a partial clone left out is missing, and the help says why")
    func partialClone() throws {
        let origin = try GitRepository()
        try origin.commit(Self.files)
        try origin.git("config", "uploadpack.allowFilter", "true")
        let clone = try GitRepository(cloning: origin, "--bare", "--filter=blob:none")
        let blob = try origin.git("rev-parse", "HEAD:iam/a.yaml")
        let error = try #require(throws: GitError.self) { try manifests(clone.path) }
        #expect(error == .objectMissing(id: blob, path: "iam/a.yaml", partial: true))
        #expect(error.help == "clone without `--filter`; nothing is fetched while reading")
    }

    @Test("replace refs are warned about and not followed", arguments: [false, true])
    func replaceRefs(isPacked: Bool) throws {
        let repository = try GitRepository()
        let first = try repository.commit(Self.files)
        let second = try repository.commit(["iam/b.yaml": ""])
        #expect(try ManifestReader(repository: repository.path).warnings == [])
        try repository.git("replace", second, first)
        if isPacked { try repository.git("pack-refs", "--all") }
        #expect(try ManifestReader(repository: repository.path).warnings.map(\.code) == ["repo.replace-refs"])
        #expect(try manifests(repository.path) == ["iam/a.yaml", "iam/b.yaml", "writ.yaml"])
    }

    @Test("grafts are warned about and not followed")
    func grafts() throws {
        let repository = try GitRepository()
        let first = try repository.commit(Self.files)
        let second = try repository.commit(["iam/b.yaml": ""])
        try write(second + "\n", to: repository.path + "/.git/info/grafts")
        let reader = try ManifestReader(repository: repository.path)
        #expect(reader.warnings.map(\.code) == ["repo.grafts"])
        #expect(try reader.resolve("main~").commit == first)
    }
}
