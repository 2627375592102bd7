internal import Glibc
internal import WritDiagnostics

/// The files below a folder on the disk.
///
/// Every folder on the way is opened by itself and without following links, so that a link put there while
/// the files are read does not lead outside.
struct DiskSource: TreeSource {
    /// The absolute path of the top.
    private let root: String

    /// The files below the folder at an absolute path.
    init(root: String) { self.root = root }

    var top: ListedEntry { ListedEntry(path: "", kind: .folder, id: .null) }

    var isListedWhole: Bool { false }

    func entries(of folder: ListedEntry) throws(GitError) -> (entries: [ListedEntry], problems: [Diagnostic])
    {
        let descriptor = try open(folder.path, O_RDONLY | O_DIRECTORY)
        guard let stream = fdopendir(descriptor) else {
            let reason = systemMessage()
            close(descriptor)
            throw .unreadable(path: shown(folder.path), reason: reason)
        }
        defer { closedir(stream) }
        var entries: [ListedEntry] = []
        var problems: [Diagnostic] = []
        for name in fileNameBytes(in: stream).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            if folder.path.isEmpty, name.elementsEqual(".git".utf8) { continue }
            if let reason = badNameReason(name) {
                problems.append(treeProblem("tree.bad-name", joined(folder.path, escapedName(name)), reason))
                continue
            }
            let path = joined(folder.path, String(decoding: name, as: UTF8.self))
            let kind = try kind(of: name, in: descriptor, path)
            entries.append(ListedEntry(path: path, kind: kind, id: .null))
        }
        return (entries, problems)
    }

    func contents(of file: ListedEntry, atMost limit: Int) throws(GitError) -> [UInt8] {
        let descriptor = try open(file.path, O_RDONLY | O_NONBLOCK)
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .unreadable(path: shown(file.path), reason: systemMessage())
        }
        guard isKind(status, S_IFREG) else {
            throw .unreadable(path: shown(file.path), reason: "it is not a regular file")
        }
        return try WritGit.contents(
            of: descriptor, size: Int(status.st_size), named: file.path, atMost: limit)
    }

    /// What `name` in the open folder is; a folder with a `.git` of its own is another repository.
    private func kind(of name: [UInt8], in folder: Int32, _ path: String) throws(GitError) -> EntryKind {
        let name = name.map { CChar(bitPattern: $0) } + [0]
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            throw .unreadable(path: shown(path), reason: systemMessage())
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFLNK: return .symbolicLink
        case S_IFDIR:
            let marker = name.dropLast() + "/.git".utf8CString
            return fstatat(folder, Array(marker), &status, AT_SYMLINK_NOFOLLOW) == 0 ? .submodule : .folder
        default: return .special
        }
    }

    /// Opens what is at `path`, folder by folder.
    private func open(_ path: String, _ flags: Int32) throws(GitError) -> Int32 {
        let always = O_CLOEXEC | O_NOFOLLOW
        var parts = path.split(separator: "/")[...]
        // The root itself was resolved before; an empty path is the root.
        var descriptor = Glibc.open(root, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        while descriptor >= 0, let part = parts.popFirst() {
            let next = openat(
                descriptor, String(part), always | (parts.isEmpty ? flags : O_RDONLY | O_DIRECTORY))
            let failure = errno
            close(descriptor)
            errno = failure
            descriptor = next
        }
        guard descriptor >= 0 else { throw .unreadable(path: shown(path), reason: systemMessage()) }
        return descriptor
    }

    private func shown(_ path: String) -> String { path.isEmpty ? root : path }
}
