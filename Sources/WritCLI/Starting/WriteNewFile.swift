internal import Glibc

/// Makes a file that does not exist yet, with the folders above it.
///
/// - Parameter folder: exists, or is made as well.
/// - Returns: whether the file was made; `false`: there is something of that name, which is left alone.
/// - Throws: ``Failure``.
func writeNewFile(_ file: StartingFile, in folder: String) throws(Failure) -> Bool {
    let path = folder + "/" + file.path
    try makeFolders(above: path)
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0, errno == EEXIST { return false }
    guard descriptor >= 0 else { throw cannot("write", path) }
    defer { close(descriptor) }
    var text = file.text
    let isWritten = text.withUTF8 { bytes in
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
    guard isWritten else {
        let failure = cannot("write", path)
        unlink(path)
        throw failure
    }
    return true
}

/// Whether there is anything of that name, be it a link that leads nowhere.
func exists(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}

/// The top of the git working tree that `folder` lies in; `nil` for none.
///
/// - Parameter folder: need not exist.
func workingTreeTop(of folder: String) -> String? {
    var path = absolutePath(folder)
    while true {
        if exists(path + "/.git") { return path.isEmpty ? "/" : path }
        guard let slash = path.lastIndex(of: "/") else { return nil }
        path = String(path[..<slash])
    }
}

/// The path from the root, links followed as far as it exists, without a `/` at its end.
func absolutePath(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
        defer { free(resolved) }
        let text = String(cString: resolved)
        return text == "/" ? "" : text
    }
    guard let slash = path.lastIndex(of: "/") else { return absolutePath(".") + "/" + path }
    let name = path[path.index(after: slash)...]
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return name.isEmpty ? absolutePath(parent) : absolutePath(parent) + "/" + name
}

private func makeFolders(above path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    if mkdir(folder, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT else { throw cannot("make", folder) }
    try makeFolders(above: folder)
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw cannot("make", folder) }
}
