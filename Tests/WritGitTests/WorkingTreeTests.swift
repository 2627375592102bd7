import Foundation
import Testing
import WritTestKit
import WritDiagnostics
import WritModel

@testable import WritGit

@Suite("Reading a working tree")
struct WorkingTreeTests {
    private func folder(_ files: [String: String]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (name, text) in files { try write(text, to: folder.path + "/" + name) }
        return folder
    }

    @Test("the files are the same as those of the commit that was checked out", arguments: [["."], ["iam"]])
    func sameAsCommit(wanted: [String]) throws {
        let repository = try GitRepository()
        try repository.commit([
            "writ.yaml": "w", "iam/a.yaml": "a", "iam/b/c.yml": "c", "iam/.x.yaml": "x", "web/d.yaml": "d",
            "e.txt": "e",
        ])
        let reader = try ManifestReader(repository: repository.path)
        let committed = try reader.tree(at: try reader.resolve(), wanted: wanted)
        let tree = try WorkingTree(at: repository.path + "/iam")
        #expect(tree.root == repository.path)
        #expect(tree.prefix == "iam")
        let reading = try tree.tree(wanted: wanted)
        #expect(reading.tree.files == committed.tree.files)
        #expect(reading.diagnostics == [])
        #expect(
            reading.tree.revision == Revision(commit: nil, name: "working tree", repository: repository.path))
    }

    @Test("what is not committed is read, also if git ignores it")
    func uncommitted() throws {
        let repository = try GitRepository()
        try repository.commit([".gitignore": "*.yaml\n"])
        try write("new", to: repository.path + "/new.yaml")
        let files = try WorkingTree(at: repository.path).tree(wanted: ["."]).tree.files
        #expect(files == [ManifestFile(path: "new.yaml", bytes: Array("new".utf8))])
    }

    @Test("a folder in no repository is read as its own root")
    func plainFolder() throws {
        let folder = try folder(["a.yaml": "a"])
        let tree = try WorkingTree(at: folder.path)
        #expect(tree.root == folder.path)
        #expect(try tree.tree(wanted: ["."]).tree.files.map(\.path) == ["a.yaml"])
    }

    @Test("a bare repository has no working tree")
    func bare() throws {
        let repository = try GitRepository("--bare")
        #expect(throws: GitError.noWorkingTree(path: repository.path)) {
            try WorkingTree(at: repository.path)
        }
    }

    @Test("the working tree of another user is refused")
    func foreignOwner() throws {
        let repository = try GitRepository()
        let user = geteuid()
        #expect(throws: GitError.foreignOwner(path: repository.path + "/.git", owner: user, user: user)) {
            try WorkingTree(at: repository.path, owner: .users([user + 1]))
        }
    }

    @Test(
        "links are refused, to files and to folders", arguments: ["/etc/hostname", "/etc", "none", "a.yaml"])
    func links(target: String) throws {
        let folder = try folder(["a.yaml": "a"])
        try #require(symlink(target, folder.path + "/link.yaml") == 0)
        let reading = try WorkingTree(at: folder.path).tree(wanted: ["."])
        #expect(reading.diagnostics.map(\.code) == ["tree.symlink"])
        #expect(reading.tree.files.map(\.path) == ["a.yaml"])
        let named = try WorkingTree(at: folder.path).files(["link.yaml", "link.yaml/hostname"])
        #expect(named.files == [])
        #expect(named.diagnostics.map(\.code) == ["tree.symlink"])
    }

    @Test(
        "another repository inside is refused in the wanted paths and skipped elsewhere",
        arguments: [true, false])
    func nestedRepository(isWanted: Bool) throws {
        let folder = try folder([
            "iam/sub/.git": "gitdir: nowhere\n", "iam/sub/x.yaml": "x", "web/a.yaml": "a",
        ])
        let reading = try WorkingTree(at: folder.path).tree(wanted: [isWanted ? "iam" : "web"])
        #expect(reading.diagnostics.map(\.code) == (isWanted ? ["tree.submodule"] : []))
        #expect(reading.tree.files.map(\.path) == (isWanted ? [] : ["web/a.yaml"]))
    }

    @Test("a pipe is refused without waiting for it")
    func pipe() throws {
        let folder = try folder(["a.yaml": "a"])
        try #require(mkfifo(folder.path + "/b.yaml", 0o600) == 0)
        let reading = try WorkingTree(at: folder.path).tree(wanted: ["."])
        #expect(reading.diagnostics.map(\.message) == ["tree entry `b.yaml` is neither a file nor a folder"])
    }

    @Test(
        "names are checked as in a commit",
        arguments: [("a\u{1B}.yaml", "a\\u{1b}.yaml"), ("a\\b.yaml", "a\\\\b.yaml"), (".GIT", ".GIT")])
    func names(name: String, shown: String) throws {
        let folder = try folder([name: "x"])
        let reading = try WorkingTree(at: folder.path).tree(wanted: ["."])
        #expect(reading.diagnostics.map(\.code) == ["tree.bad-name"])
        #expect(reading.diagnostics.map(\.span) == [SourceSpan(startOf: shown)])
    }

    @Test("names that are not UTF-8 are refused")
    func notUTF8() throws {
        let folder = try folder([:])
        let path = Array(folder.path.utf8CString.dropLast()) + [0x2F, 0x61, CChar(bitPattern: 0xFF), 0]
        let descriptor = open(path, O_CREAT | O_WRONLY, 0o600)
        try #require(descriptor >= 0)
        close(descriptor)
        let reading = try WorkingTree(at: folder.path).tree(wanted: ["."])
        #expect(reading.diagnostics.map(\.message) == ["tree entry `a\\x{ff}` has a name that is not UTF-8"])
    }

    @Test("names that differ in case are refused")
    func collision() throws {
        let folder = try folder(["a.yaml": "1", "A.yaml": "2"])
        #expect(
            try WorkingTree(at: folder.path).tree(wanted: ["."]).diagnostics.map(\.code) == ["tree.collision"]
        )
    }

    @Test("a file over the size limit is refused before it is read")
    func fileSize() throws {
        let folder = try folder(["a.yaml": "0123456789", "b.yaml": "01234567890"])
        let reading = try WorkingTree(at: folder.path).tree(wanted: ["."], limits: ReadLimits(fileBytes: 10))
        #expect(reading.diagnostics.map(\.message) == ["`b.yaml` has 11 bytes, and at most 10 are read"])
        #expect(reading.tree.files.map(\.path) == ["a.yaml"])
    }

    @Test("a sparse file that says it is huge is refused before it is read")
    func sparse() throws {
        let folder = try folder(["a.yaml": ""])
        try #require(truncate(folder.path + "/a.yaml", 1 << 40) == 0)
        #expect(
            try WorkingTree(at: folder.path).tree(wanted: ["."]).diagnostics.map(\.code) == ["repo.file-size"]
        )
    }

    @Test("folders deeper than the limit are refused")
    func depth() throws {
        let folder = try folder(["a/b/c.yaml": "c"])
        let limits = ReadLimits(depth: 2)
        #expect(
            try WorkingTree(at: folder.path).tree(wanted: ["."], limits: limits).diagnostics.map(\.message)
                == ["`a/b` lies deeper than 2 folders"])
    }

    @Test("files by name are those on the disk")
    func files() throws {
        let folder = try folder(["iam/p.json": "{}"])
        let reading = try WorkingTree(at: folder.path).files(["iam/p.json", "iam", "../x", "iam/none"])
        #expect(reading.files == [ManifestFile(path: "iam/p.json", bytes: Array("{}".utf8))])
        #expect(reading.missing == ["../x", "iam", "iam/none"])
        #expect(reading.diagnostics == [])
    }

    @Test("a file that cannot be read is an error", .enabled(if: geteuid() != 0))
    func unreadable() throws {
        let folder = try folder(["a.yaml": "a"])
        try #require(chmod(folder.path + "/a.yaml", 0) == 0)
        #expect(throws: GitError.unreadable(path: "a.yaml", reason: "Permission denied")) {
            try WorkingTree(at: folder.path).tree(wanted: ["."])
        }
    }
}
