import Testing
import WritDiagnostics
import WritModel

@testable import WritGit

@Suite("Reading a commit's manifests")
struct ReadTreeTests {
    private func read(
        _ repository: GitRepository, wanted: [String] = ["."], limits: ReadLimits = ReadLimits()
    ) throws -> TreeReading {
        let reader = try ManifestReader(repository: repository.path)
        return try reader.tree(at: try reader.resolve(), wanted: wanted, limits: limits)
    }

    @Test("every manifest has the bytes that git shows, loose and packed")
    func sameBytesAsGit() throws {
        let repository = try GitRepository()
        var files: [String: String] = ["writ.yaml": "targets: []\n", "README.md": "text\n"]
        for number in 0..<300 {
            files["iam/team-\(number % 17)/user-\(number).\(number % 2 == 0 ? "yaml" : "yml")"] =
                "name: user-\(number)\n" + String(repeating: "# line \(number)\n", count: number)
        }
        try repository.commit(files)
        let loose = try read(repository)
        #expect(loose.diagnostics == [])
        #expect(loose.tree.paths == Set(files.keys))
        #expect(loose.tree.files.count == 301)
        for file in loose.tree.files {
            #expect(file.bytes == (try repository.bytes("cat-file", "blob", "HEAD:" + file.path)))
        }
        try repository.git("gc", "-q", "--aggressive", "--prune=now")
        #expect(try read(repository) == loose)
    }

    @Test("what is committed or packed after the opening is found")
    func changesWhileOpen() throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "a"])
        try repository.git("gc", "-q", "--prune=now")
        let reader = try ManifestReader(repository: repository.path)
        try repository.commit(["b.yaml": "b"])
        #expect(
            try reader.tree(at: try reader.resolve(), wanted: ["."]).tree.files.map(\.path) == [
                "a.yaml", "b.yaml",
            ])
        try repository.git("gc", "-q", "--prune=now")
        #expect(
            try reader.tree(at: try reader.resolve(), wanted: ["."]).tree.files.map(\.path) == [
                "a.yaml", "b.yaml",
            ])
    }

    @Test("an empty file and an empty commit are read")
    func empty() throws {
        let repository = try GitRepository()
        try repository.commit()
        #expect(try read(repository).tree.files == [])
        try repository.commit(["a.yaml": ""])
        #expect(try read(repository).tree.files == [ManifestFile(path: "a.yaml", bytes: [])])
    }

    struct Row: CustomTestStringConvertible, Sendable {
        var wanted: [String]
        var files: [String]
        var testDescription: String { wanted.joined(separator: " ") }
    }

    @Test(
        "manifests are YAML files of the wanted paths, and writ.yaml",
        arguments: [
            Row(wanted: ["."], files: ["iam/a.yaml", "iam/b.yml", "iamx/c.yaml", "web/d.yaml", "writ.yaml"]),
            Row(wanted: ["iam"], files: ["iam/a.yaml", "iam/b.yml", "writ.yaml"]),
            Row(wanted: ["iam/a.yaml", "web"], files: ["iam/a.yaml", "web/d.yaml", "writ.yaml"]),
            Row(wanted: ["none"], files: ["writ.yaml"]),
            Row(wanted: [], files: ["writ.yaml"]),
            Row(wanted: [".github"], files: ["writ.yaml"]),
        ])
    func wanted(row: Row) throws {
        let repository = try GitRepository()
        let names = [
            "writ.yaml", "iam/a.yaml", "iam/b.yml", "iam/policy.json", "iam/.draft.yaml", "iam/.old/x.yaml",
            "iamx/c.yaml", "web/d.yaml", ".github/workflows/ci.yaml", ".hidden.yaml", "a.yamlx",
        ]
        try repository.commit(Dictionary(uniqueKeysWithValues: names.map { ($0, $0) }))
        let reading = try read(repository, wanted: row.wanted)
        #expect(reading.tree.files.map(\.path) == row.files)
        #expect(reading.tree.paths == Set(names))
        #expect(reading.diagnostics == [])
    }

    @Test("a pointer to Git LFS is refused in place of a manifest")
    func largeFilePointer() throws {
        let repository = try GitRepository()
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n"
        try repository.commit(["a.yaml": pointer, "notes.md": pointer])
        let reading = try read(repository)
        #expect(reading.diagnostics.map(\.code) == ["manifest.lfs-pointer"])
        #expect(reading.diagnostics.map(\.span) == [SourceSpan(startOf: "a.yaml")])
        #expect(reading.tree.files == [])
    }

    @Test(
        "a manifest over the size limit is refused by its header, one at the limit is read",
        arguments: [false, true])
    func fileSize(isPacked: Bool) throws {
        let repository = try GitRepository()
        try repository.commit([
            "a.yaml": String(repeating: "a", count: 11), "b.yaml": String(repeating: "b", count: 10),
        ])
        if isPacked { try repository.git("gc", "-q", "--prune=now") }
        let reading = try read(repository, limits: ReadLimits(fileBytes: 10))
        #expect(reading.diagnostics.map(\.code) == ["repo.file-size"])
        #expect(reading.diagnostics.map(\.message) == ["`a.yaml` has 11 bytes, and at most 10 are read"])
        #expect(reading.tree.files.map(\.path) == ["b.yaml"])
    }

    @Test("a blob of zeros that packs small is refused by its header", arguments: [false, true])
    func zeros(isPacked: Bool) throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": String(repeating: "\0", count: 8 << 20)])
        if isPacked { try repository.git("gc", "-q", "--prune=now") }
        #expect(try read(repository).diagnostics.map(\.code) == ["repo.file-size"])
    }

    struct Limit: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var limits: ReadLimits
        var message: String
    }

    @Test(
        "what is more than a limit is refused",
        arguments: [
            Limit(
                testDescription: "files", limits: ReadLimits(files: 2),
                message: "the revision has more than 2 manifest files"),
            Limit(
                testDescription: "bytes", limits: ReadLimits(totalBytes: 5),
                message: "the revision has more than 5 bytes of manifests"),
            Limit(
                testDescription: "entries", limits: ReadLimits(entries: 5),
                message: "the revision has more than 5 files and folders"),
            Limit(
                testDescription: "depth", limits: ReadLimits(depth: 2),
                message: "`c/d` lies deeper than 2 folders"),
        ])
    func treeSize(limit: Limit) throws {
        let repository = try GitRepository()
        try repository.commit(["a.yaml": "aa", "b.yaml": "bb", "c/c.txt": "", "c/d/d.yaml": "dd"])
        #expect(try read(repository).diagnostics == [])
        let found = try read(repository, limits: limit.limits).diagnostics
        #expect(found.map(\.code) == ["repo.tree-size"])
        #expect(found.map(\.message) == [limit.message])
    }

    @Test("a tree that contains itself many times over ends at the limit of entries")
    func treeBomb() throws {
        let repository = try GitRepository()
        var tree = try repository.tree([RawEntry("100644", "a.yaml", try repository.blob("x"))])
        for _ in 0..<12 {
            tree = try repository.tree((0..<10).map { RawEntry("40000", "f\($0)", tree) })
        }
        let commit = try repository.commit(tree: tree)
        let reader = try ManifestReader(repository: repository.path)
        let reading = try reader.tree(
            at: try reader.resolve(commit), wanted: ["."], limits: ReadLimits(entries: 1000))
        #expect(reading.diagnostics.map(\.code) == ["repo.tree-size"])
    }
}

@Suite("Reading files by name")
struct ReadFilesTests {
    private func read(_ repository: GitRepository, _ paths: [String]) throws -> FilesReading {
        let reader = try ManifestReader(repository: repository.path)
        return try reader.files(paths, at: try reader.resolve())
    }

    @Test("files are found by exact path, each once and sorted")
    func found() throws {
        let repository = try GitRepository()
        try repository.commit(["writ.yaml": "w", "iam/.policies/p.json": "{}", "iam/a.yaml": "a"])
        let reading = try read(repository, ["writ.yaml", "iam/.policies/p.json", "writ.yaml"])
        #expect(
            reading.files == [
                ManifestFile(path: "iam/.policies/p.json", bytes: Array("{}".utf8)),
                ManifestFile(path: "writ.yaml", bytes: Array("w".utf8)),
            ])
        #expect(reading.missing == [])
        #expect(reading.diagnostics == [])
    }

    @Test(
        "what is no file's path is missing",
        arguments: [
            "none", "iam", "iam/", "/iam/a.yaml", "iam//a.yaml", "./iam/a.yaml", "iam/../writ.yaml", "", "..",
            "iam/a.yaml/b", "IAM/a.yaml",
        ])
    func missing(path: String) throws {
        let repository = try GitRepository()
        try repository.commit(["writ.yaml": "w", "iam/a.yaml": "a"])
        #expect(try read(repository, [path]) == FilesReading(files: [], missing: [path], diagnostics: []))
    }

    @Test(
        "a link or submodule as the file, or on the way to it, is refused",
        arguments: ["link", "link/a.json", "sub", "sub/a.json"])
    func notAFile(path: String) throws {
        let repository = try GitRepository()
        let other = try repository.commit(tree: try repository.tree([]))
        let top = try repository.tree([
            RawEntry("120000", "link", try repository.blob("/etc")), RawEntry("160000", "sub", other),
        ])
        let reader = try ManifestReader(repository: repository.path)
        let reading = try reader.files([path], at: try reader.resolve(try repository.commit(tree: top)))
        #expect(
            reading.diagnostics.map(\.code) == [path.hasPrefix("link") ? "tree.symlink" : "tree.submodule"])
        #expect(reading.files == [])
    }
}
