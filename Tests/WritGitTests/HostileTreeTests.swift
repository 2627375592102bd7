import Testing
import WritDiagnostics
import WritModel

@testable import WritGit

@Suite("Hostile trees")
struct HostileTreeTests {
    /// The diagnostics of a commit whose tree, or whose folder `in`, has the entries.
    private func diagnostics(
        _ tree: HostileTree, folder: String? = nil, wanted: [String] = ["."]
    ) throws -> [Diagnostic] {
        let repository = try GitRepository()
        let blob = try repository.blob("kind: User\n")
        let empty = try repository.tree([])
        let some = try repository.commit(tree: empty)
        var top = try repository.tree(
            tree.entries.map { entry in
                let id = entry.mode.hasSuffix("40000") ? empty : entry.mode == "160000" ? some : blob
                return RawEntry(entry.mode, bytes: entry.name, id)
            })
        if let folder { top = try repository.tree([RawEntry("40000", folder, top)]) }
        let commit = try repository.commit(tree: top)
        let reader = try ManifestReader(repository: repository.path)
        return try reader.tree(at: try reader.resolve(commit), wanted: wanted).diagnostics
    }

    @Test("what is wrong is named with its place", arguments: HostileTree.all)
    func refused(tree: HostileTree) throws {
        let found = try diagnostics(tree)
        #expect(found.map(\.code) == [tree.code])
        #expect(found.map(\.message) == [tree.message])
        #expect(found.map(\.span) == [SourceSpan(startOf: tree.file)])
        #expect(found.hasErrors)
    }

    @Test("the same in a folder below", arguments: HostileTree.all)
    func refusedBelow(tree: HostileTree) throws {
        let found = try diagnostics(tree, folder: "iam")
        #expect(found.map(\.code) == [tree.code])
        #expect(found.map(\.span) == [SourceSpan(startOf: "iam/" + tree.file)])
    }

    @Test(
        "outside of the wanted paths, only names and order count",
        arguments: HostileTree.everywhere)
    func refusedOutside(tree: HostileTree) throws {
        #expect(try diagnostics(tree, folder: "web", wanted: ["iam"]).map(\.code) == [tree.code])
    }

    @Test(
        "links, submodules and names alike are nobody's business outside of the wanted paths",
        arguments: HostileTree.inWantedPaths, ["web", ".github"])
    func acceptedOutside(tree: HostileTree, folder: String) throws {
        #expect(try diagnostics(tree, folder: folder, wanted: [folder == "web" ? "iam" : "."]) == [])
    }

    @Test("whatever git's strict check rejects in a tree is rejected", arguments: 1...3)
    func strictCheck(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let repository = try GitRepository()
        let blob = try repository.blob("x")
        let empty = try repository.tree([])
        let modes = [
            "100644", "100644", "100644", "100755", "40000", "040000", "120000", "100777", "0", "160000",
        ]
        let names = [
            "a", "b", "a.b", "ab", ".", "..", ".git", ".GIT", "git~1", "x/y", "", ".gitmodules", "é", "A",
        ]
        var trees: [String: String] = [:]
        for _ in 0..<40 {
            let entries = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                let mode = modes.randomElement(using: &generator) ?? ""
                return RawEntry(
                    mode, names.randomElement(using: &generator) ?? "", mode.hasSuffix("40000") ? empty : blob
                )
            }
            let tree = try repository.tree(entries)
            trees[tree] = try repository.commit(tree: tree)
        }
        let report = try repository.errors("fsck", "--strict", "--no-dangling")
        let rejected = trees.filter { report.contains("error in tree \($0.key)") }
        #expect(rejected.count > 10)
        let reader = try ManifestReader(repository: repository.path)
        for (tree, commit) in rejected {
            let reading = try? reader.tree(at: try reader.resolve(commit), wanted: ["none"])
            #expect(reading?.diagnostics.hasErrors != false, "\(tree)")
        }
    }

    @Test("a link on the way to a wanted path is refused")
    func linkOnTheWay() throws {
        let link = HostileTree.entries("link", "tree.symlink", "iam", "", ("120000", "iam"))
        #expect(try diagnostics(link, wanted: ["iam/production"]).map(\.code) == ["tree.symlink"])
    }

    @Test("everything that is wrong is reported in one reading")
    func allAtOnce() throws {
        let tree = HostileTree(
            "several", "", "", "",
            [
                ("120000", Array("link.yaml".utf8)), ("100644", Array("..".utf8)),
                ("160000", Array("sub".utf8)),
                ("100644", Array(".git".utf8)),
            ])
        #expect(
            Set(try diagnostics(tree).map(\.code))
                == ["tree.symlink", "tree.bad-name", "tree.submodule", "tree.malformed"])
    }

    @Test("a list of entries that is cut short is malformed", arguments: [1, 10, 27])
    func cutShort(missing: Int) throws {
        let repository = try GitRepository()
        let blob = try repository.blob("")
        let bytes = Array("100644 a.yaml".utf8) + [0] + hexadecimalBytes(blob)
        let top = try repository.git(
            "hash-object", "-t", "tree", "--literally", "-w", "--stdin", input: Array(bytes.dropLast(missing))
        )
        let commit = try repository.commit(tree: top)
        let reader = try ManifestReader(repository: repository.path)
        let found = try reader.tree(at: try reader.resolve(commit), wanted: ["."]).diagnostics
        #expect(found.map(\.message) == ["the list of the folder `.` is cut short"])
    }

    @Test("an entry with the id of no object is malformed")
    func nullID() throws {
        let repository = try GitRepository()
        let top = try repository.tree([RawEntry("100644", "a.yaml", String(repeating: "0", count: 40))])
        let reader = try ManifestReader(repository: repository.path)
        let commit = try reader.resolve(try repository.commit(tree: top))
        let found = try reader.tree(at: commit, wanted: ["."]).diagnostics
        #expect(found.map(\.message) == ["tree entry `a.yaml` has the id of no object"])
    }

    @Test("a file of a group-writable mode, as early git wrote, is a file")
    func groupWritable() throws {
        let repository = try GitRepository()
        let top = try repository.tree([RawEntry("100664", "a.yaml", try repository.blob("x"))])
        let reader = try ManifestReader(repository: repository.path)
        let reading = try reader.tree(
            at: try reader.resolve(try repository.commit(tree: top)), wanted: ["."])
        #expect(reading.diagnostics == [])
        #expect(reading.tree.files == [ManifestFile(path: "a.yaml", bytes: [0x78])])
    }

    @Test(
        "a file asked for by name is refused where its folder or itself is at fault",
        arguments: HostileTree.everywhere)
    func byName(tree: HostileTree) throws {
        let repository = try GitRepository()
        let blob = try repository.blob("x")
        let top = try repository.tree(tree.entries.map { RawEntry($0.mode, bytes: $0.name, blob) })
        let reader = try ManifestReader(repository: repository.path)
        let commit = try reader.resolve(try repository.commit(tree: top))
        #expect(try reader.files(["writ.yaml"], at: commit).diagnostics.map(\.code).contains(tree.code))
    }
}
