internal import Glibc

/// Files below a folder that are written where nothing is yet: all of them, or none.
///
/// Folders on the way are opened one by one and no link is followed, so that nothing outside is written.
struct NewFiles {
    private let root: String
    /// Absolute, in the order in which they were made.
    private var made: [(path: String, isFolder: Bool)] = []

    /// - Parameter root: an absolute path.
    init(below root: String) {
        self.root = root
    }

    /// Writes the files, each whole under its name or not at all, and makes the folders they lie in.
    ///
    /// - Throws: ``Failure``; what was made until then is taken away again.
    mutating func write(_ files: [(path: String, text: String)]) throws(Failure) {
        do throws(Failure) {
            for file in files { try write(file.text, to: file.path) }
        } catch {
            undo()
            throw error
        }
    }

    private mutating func write(_ text: String, to path: String) throws(Failure) {
        var parts = path.split(separator: "/").map(String.init)
        guard let name = parts.popLast() else { throw cannot("write", path) }
        let folder = try openFolder(parts)
        defer { close(folder) }
        let draft = ".\(randomText().prefix(8)).tmp"
        let descriptor = openat(folder, draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw cannot("write", path) }
        let isWritten = writeAll(of: text, to: descriptor)
        let problem = isWritten ? nil : cannot("write", path)
        close(descriptor)
        defer { unlinkat(folder, draft, 0) }
        if let problem { throw problem }
        guard place(draft, as: name, in: folder) else { throw cannot("make", path) }
        made.append(("\(root)/\(path)", false))
    }

    /// Gives the draft its name, unless something has that name.
    private func place(_ draft: String, as name: String, in folder: Int32) -> Bool {
        if linkat(folder, draft, folder, name, 0) == 0 { return true }
        // Some file systems have no second names.
        guard errno == EPERM || errno == EOPNOTSUPP else { return false }
        guard faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            errno = EEXIST
            return false
        }
        return renameat(folder, draft, folder, name) == 0
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
}
