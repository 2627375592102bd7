internal import Glibc

/// Files below a folder that are written where nothing is yet: all of them, or none.
///
/// The texts lie whole and on the disk, in a hidden folder, before the first of them gets its name; then each gets
/// its own, in the order given. A process that is killed in between leaves the first few of the files, and a
/// hidden folder that the next one takes away. Folders on the way are opened one by one and no link is followed,
/// so that nothing outside is written.
struct NewFiles {
    /// What the names of hidden folders start with.
    static let draftPrefix = ".writ-import."

    private let root: String
    /// Absolute, in the order in which they were made.
    private var made: [(path: String, isFolder: Bool)] = []

    /// - Parameter root: an absolute path.
    init(below root: String) {
        self.root = root
    }

    /// Writes the files and makes the folders they lie in.
    ///
    /// - Throws: ``Failure``; what was made until then is taken away again.
    mutating func write(_ files: [(path: String, text: String)]) throws(Failure) {
        guard !files.isEmpty else { return }
        let drafts = try DraftFolder(in: root)
        defer { drafts.remove() }
        for (index, file) in files.enumerated() { try drafts.write(file.text, as: index, of: file.path) }
        try drafts.synchronize(files.count)
        do throws(Failure) {
            for (index, file) in files.enumerated() { try place(drafts, index, file) }
        } catch {
            undo()
            throw error
        }
        synchronizeFolders()
    }

    private mutating func place(
        _ drafts: DraftFolder, _ index: Int, _ file: (path: String, text: String)
    ) throws(Failure) {
        var parts = file.path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { throw cannot("write", file.path) }
        let folder = try openFolder(parts)
        defer { close(folder) }
        guard drafts.place(index, as: name, in: folder) else { throw cannot("make", file.path) }
        made.append(("\(root)/\(file.path)", false))
    }

    /// Opens the folder below the root, making what is missing of it.
    private mutating func openFolder(_ parts: [String]) throws(Failure) -> Int32 {
        var path = root
        var descriptor = open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw cannot("open", root) }
        for part in parts {
            path += "/" + part
            if mkdirat(descriptor, part, 0o755) == 0 {
                made.append((path, true))
            } else if errno != EEXIST {
                close(descriptor)
                throw cannot("make", path)
            }
            let next = openat(descriptor, part, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            let problem = next < 0 ? cannot("open", path) : nil
            close(descriptor)
            if let problem { throw problem }
            descriptor = next
        }
        return descriptor
    }

    private mutating func undo() {
        for (path, isFolder) in made.reversed() {
            if isFolder { rmdir(path) } else { unlink(path) }
        }
        made = []
    }

    /// Makes the new names survive a loss of power, where the file system can.
    private func synchronizeFolders() {
        let folders = Set(made.map { String($0.path[..<($0.path.lastIndex(of: "/") ?? $0.path.startIndex)]) })
        for folder in folders {
            let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            fsync(descriptor)
            close(descriptor)
        }
    }
}
