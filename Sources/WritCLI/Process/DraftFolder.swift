internal import Glibc

/// A hidden folder in which new texts lie until they get their names.
///
/// It is locked while its process lives, so that what a killed one left can be told from what another is writing.
struct DraftFolder {
    private let parent: String
    private let name: String
    private let descriptor: Int32

    /// Makes the folder.
    ///
    /// - Parameter parent: an absolute path.
    /// - Throws: ``Failure``.
    init(in parent: String) throws(Failure) {
        self.parent = parent
        name = NewFiles.draftPrefix + randomText().prefix(8)
        let path = "\(parent)/\(name)"
        guard mkdir(path, 0o700) == 0 else { throw cannot("make", path) }
        descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            let failure = cannot("open", path)
            rmdir(path)
            throw failure
        }
        flock(descriptor, LOCK_EX | LOCK_NB)
    }

    /// Writes the text of the file that will be at `path`.
    ///
    /// - Throws: ``Failure``.
    func write(_ text: String, as index: Int, of path: String) throws(Failure) {
        let draft = openat(descriptor, "\(index)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard draft >= 0 else { throw cannot("write", path) }
        defer { close(draft) }
        guard writeAll(of: text, to: draft) else { throw cannot("write", path) }
    }

    /// Waits until the first `count` texts are on the disk.
    ///
    /// Done when all are written: the first wait then takes most of the others along.
    ///
    /// - Throws: ``Failure``.
    func synchronize(_ count: Int) throws(Failure) {
        for index in 0..<count {
            let draft = openat(descriptor, "\(index)", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
            guard draft >= 0 else { throw cannot("read", "\(parent)/\(name)/\(index)") }
            defer { close(draft) }
            guard fsync(draft) == 0 else { throw cannot("write", "\(parent)/\(name)/\(index)") }
        }
    }

    /// Gives the text its name, unless something has that name; `errno` says why it has not.
    func place(_ index: Int, as name: String, in folder: Int32) -> Bool {
        if linkat(descriptor, "\(index)", folder, name, 0) == 0 { return true }
        // Some file systems have no second names.
        guard errno == EPERM || errno == EOPNOTSUPP else { return false }
        guard faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            errno = EEXIST
            return false
        }
        return renameat(descriptor, "\(index)", folder, name) == 0
    }

    /// Takes the folder away, with what is in it.
    func remove() {
        empty(descriptor)
        rmdir("\(parent)/\(name)")
        close(descriptor)
    }

    /// Takes away what killed processes have left in `parent`, and says whether there was anything.
    static func removeAbandoned(in parent: String) -> Bool {
        var found = false
        for name in names(in: parent) where name.hasPrefix(NewFiles.draftPrefix) {
            let path = "\(parent)/\(name)"
            let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            // Another process is writing.
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
            empty(descriptor)
            if rmdir(path) == 0 { found = true }
        }
        return found
    }
}

/// Takes away the files of a folder; folders in it stay.
private func empty(_ folder: Int32) {
    // A stream owns its descriptor.
    for name in names(in: "/proc/self/fd/\(folder)") { unlinkat(folder, name, 0) }
}

private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names
}
