internal import WritDiagnostics

/// Where a tree of files comes from: a commit, or a folder on the disk.
protocol TreeSource {
    /// The folder that all paths start from; its own path is empty.
    var top: ListedEntry { get }

    /// Whether folders without wanted files are listed too.
    var isListedWhole: Bool { get }

    /// The entries of a folder that can be used, and what is wrong with the others.
    /// - Throws: why the folder cannot be read.
    func entries(of folder: ListedEntry) throws(GitError) -> (entries: [ListedEntry], problems: [Diagnostic])

    /// The bytes of a file.
    /// - Throws: `tooLarge` before anything is read; why the file cannot be read.
    func contents(of file: ListedEntry, atMost limit: Int) throws(GitError) -> [UInt8]
}

/// An entry of a folder whose name and mode have passed the checks.
struct ListedEntry: Hashable, Sendable {
    /// The path from the top.
    var path: String
    /// What it is.
    var kind: EntryKind
    /// The object; null on the disk.
    var id: ObjectID
}

/// What an entry of a folder is.
enum EntryKind: Hashable, Sendable {
    /// What a commit can hold.
    case folder, file, symbolicLink, submodule
    /// A pipe, a socket or a device; only on the disk.
    case special
}
