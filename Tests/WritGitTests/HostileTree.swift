import Testing

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
            "a symbolic link for the list of submodules", "tree.symlink", ".gitmodules",
            "is a symbolic link in the place of git's list of submodules", ("120000", ".gitmodules")),
        .entries(
            "a submodule", "tree.submodule", "a", "is another repository, which is not read",
            ("160000", "a")),
        HostileTree(
            "names that differ in case", "tree.collision", "a.yaml",
            "`A.yaml` and `a.yaml` differ only in case",
            [("100644", Array("A.yaml".utf8)), ("100644", Array("a.yaml".utf8))]),
        HostileTree(
            "names that differ in composition", "tree.collision", "\u{E9}.yaml",
            "`e\\u{301}.yaml` and `\\u{e9}.yaml` differ only in how letters and accents are composed",
            [("100644", Array("e\u{301}.yaml".utf8)), ("100644", Array("\u{E9}.yaml".utf8))]),
    ]

    /// Those that matter in the wanted paths alone.
    static let inWantedPaths = all.filter { tree in
        ["tree.symlink", "tree.submodule", "tree.collision"].contains(tree.code) && tree.file != ".gitmodules"
    }

    /// Those that matter in any folder.
    static let everywhere = all.filter { tree in
        !inWantedPaths.contains { $0.testDescription == tree.testDescription }
    }
}
