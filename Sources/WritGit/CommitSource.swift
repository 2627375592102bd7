internal import WritDiagnostics

/// The files of a commit.
struct CommitSource: TreeSource {
    private let objects: ObjectDatabase
    let top: ListedEntry

    /// The files below the tree `root`.
    init(_ objects: ObjectDatabase, root: ObjectID) {
        self.objects = objects
        self.top = ListedEntry(path: "", kind: .folder, id: root)
    }

    var isListedWhole: Bool { true }

    func entries(of folder: ListedEntry) throws(GitError) -> (entries: [ListedEntry], problems: [Diagnostic])
    {
        let name = folder.path.isEmpty ? "." : folder.path
        let bytes = try objects.read(folder.id, .tree, citing: name, atMost: ReadLimits.structureBytes)
        return checkedEntries(bytes, in: folder.path)
    }

    func contents(of file: ListedEntry, atMost limit: Int) throws(GitError) -> [UInt8] {
        try objects.read(file.id, .blob, citing: file.path, atMost: limit)
    }
}
