import Testing
import WritDiagnostics
import WritModel

@testable import WritGit

/// One tree that git's own checks would partly let through.
struct HostileTree: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var code: String
    /// The file that the diagnostic names.
    var file: String
    var message: String
    /// Mode and name of each entry, in their order in the tree.
    var entries: [(mode: String, name: [UInt8])]

    init(
        _ name: String, _ code: String, _ file: String, _ message: String,
        _ entries: [(mode: String, name: [UInt8])]
    ) {
        self.testDescription = name
        self.code = code
        self.file = file
        self.message = message
        self.entries = entries
    }

    /// A tree with one file whose name is bad.
    static func name(_ description: String, _ bytes: [UInt8], _ shown: String, _ reason: String)
        -> HostileTree
    {
        HostileTree(
            description, "tree.bad-name", shown, "tree entry `\(shown)` \(reason)", [("100644", bytes)])
    }

    static func name(_ description: String, _ text: String, _ shown: String, _ reason: String) -> HostileTree
    {
        name(description, Array(text.utf8), shown, reason)
    }

    /// A tree whose entries are at fault.
    static func entries(
        _ description: String, _ code: String, _ file: String, _ message: String,
        _ entries: (mode: String, name: String)...
    ) -> HostileTree {
        HostileTree(
            description, code, file, "tree entry `\(file)` \(message)",
            entries.map { ($0.mode, Array($0.name.utf8)) })
    }

    private static let parent = "is named like the folder itself or its parent"
    private static let git = "is named like the folder of git's own data"
    private static let separator = "has a path separator in its name"
    private static let control = "has a control character in its name"
    private static let encoding = "has a name that is not UTF-8"

    static let all: [HostileTree] = [
        .name("the parent folder", "..", "..", parent),
        .name("the folder itself", ".", ".", parent),
        .name("git's folder", ".git", ".git", git),
        .name("git's folder in upper case", ".GIT", ".GIT", git),
        .name("git's folder in mixed case", ".gIt", ".gIt", git),
        .name("git's short name", "git~1", "git~1", git),
        .name("git's short name in upper case", "GIT~1", "GIT~1", git),
        .name("git's folder with a trailing space", ".git ", ".git ", git),
        .name("git's folder with trailing dots", ".git...", ".git...", git),
        .name("a stream of git's folder", ".git::$INDEX_ALLOCATION", ".git::$INDEX_ALLOCATION", git),
        .name("git's folder with a joiner", ".g\u{200C}it", ".g\u{200C}it", git),
        .name("git's folder with a byte order mark", "\u{FEFF}.git", "\u{FEFF}.git", git),
        .name("a slash", "a/b.yaml", "a/b.yaml", separator),
        .name("an absolute path", "/etc/x.yaml", "/etc/x.yaml", separator),
        .name("a backslash", "a\\b.yaml", "a\\\\b.yaml", separator),
        .name("a newline", "a\nb.yaml", "a\\u{a}b.yaml", control),
        .name("an escape", "\u{1B}[31m.yaml", "\\u{1b}[31m.yaml", control),
        .name("a delete character", "a\u{7F}.yaml", "a\\u{7f}.yaml", control),
        .name("a C1 control", "a\u{9B}31m.yaml", "a\\u{9b}31m.yaml", control),
        .name("a line separator", "a\u{2028}b.yaml", "a\\u{2028}b.yaml", control),
        .name("a text reversal", "a\u{202E}lmay.b", "a\\u{202e}lmay.b", control),
        .name("a lone continuation byte", [0x61, 0x80], "a\\x{80}", encoding),
        .name("an overlong slash", [0x61, 0xC0, 0xAF], "a\\x{c0}\\x{af}", encoding),
        .name("no name", "", "", "has an empty name"),
        .name(
            "a name of 256 bytes", String(repeating: "a", count: 256), String(repeating: "a", count: 256),
            "has a name longer than 255 bytes"),
        .entries(
            "the same file twice", "tree.malformed", "a", "is there twice", ("100644", "a"), ("100644", "a")),
        .entries(
            "the same file twice, apart", "tree.malformed", "a", "is there twice", ("100644", "a"),
            ("100644", "b"), ("100644", "a")),
        .entries(
            "a file and a folder of one name", "tree.malformed", "a", "is a file and a folder",
            ("100644", "a"), ("40000", "a")),
        .entries(
            "unsorted files", "tree.malformed", "a", "is not in git's order", ("100644", "b"), ("100644", "a")
        ),
        .entries(
            "a folder sorted like a file", "tree.malformed", "a.b", "is not in git's order", ("40000", "a"),
            ("100644", "a.b")),
        .entries("all permissions", "tree.malformed", "a", "has the unknown mode `100777`", ("100777", "a")),
        .entries("a padded mode", "tree.malformed", "a", "has the unknown mode `040000`", ("040000", "a")),
        .entries("a mode of no kind", "tree.malformed", "a", "has the unknown mode `0`", ("0", "a")),
        .entries(
            "a mode that is no number", "tree.malformed", "a", "has the unknown mode `x\\u{1b}`",
            ("x\u{1B}", "a")),
        .entries(
            "a symbolic link", "tree.symlink", "a.yaml", "is a symbolic link, which is not followed",
            ("120000", "a.yaml")),
        .entries(
            "a submodule", "tree.submodule", "a", "is another repository, which is not read",
            ("160000", "a")),
        HostileTree(
            "names that differ in case", "tree.collision", "a.yaml",
            "`A.yaml` and `a.yaml` differ in case or in how characters are composed alone",
            [("100644", Array("A.yaml".utf8)), ("100644", Array("a.yaml".utf8))]),
        HostileTree(
            "names that differ in composition", "tree.collision", "\u{E9}.yaml",
            "`e\u{301}.yaml` and `\u{E9}.yaml` differ in case or in how characters are composed alone",
            [("100644", Array("e\u{301}.yaml".utf8)), ("100644", Array("\u{E9}.yaml".utf8))]),
    ]
}

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
        arguments: HostileTree.all.filter {
            !["tree.symlink", "tree.submodule", "tree.collision"].contains($0.code)
        })
    func refusedOutside(tree: HostileTree) throws {
        #expect(try diagnostics(tree, folder: "web", wanted: ["iam"]).map(\.code) == [tree.code])
    }

    @Test(
        "links, submodules and names alike are nobody's business outside of the wanted paths",
        arguments: HostileTree.all.filter {
            ["tree.symlink", "tree.submodule", "tree.collision"].contains($0.code)
        },
        ["web", ".github"])
    func acceptedOutside(tree: HostileTree, folder: String) throws {
        #expect(try diagnostics(tree, folder: folder, wanted: [folder == "web" ? "iam" : "."]) == [])
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
        arguments: HostileTree.all)
    func byName(tree: HostileTree) throws {
        guard !["tree.collision", "tree.symlink", "tree.submodule"].contains(tree.code) else { return }
        let repository = try GitRepository()
        let blob = try repository.blob("x")
        let top = try repository.tree(tree.entries.map { RawEntry($0.mode, bytes: $0.name, blob) })
        let reader = try ManifestReader(repository: repository.path)
        let commit = try reader.resolve(try repository.commit(tree: top))
        #expect(try reader.files(["writ.yaml"], at: commit).diagnostics.map(\.code).contains(tree.code))
    }
}
