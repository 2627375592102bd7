internal import Glibc

/// The bytes of the regular file at `path`, or `nil` where there is none, or a folder.
///
/// A symbolic link in the last place is not followed, and a pipe is not waited for.
/// - Throws: `unreadable`; `tooLarge` where the file has more than `limit` bytes.
func contents(ofFile path: String, atMost limit: Int) throws(GitError) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
        switch errno {
        case ENOENT, ENOTDIR: return nil
        case ELOOP: throw .unreadable(path: path, reason: "it is a symbolic link")
        default: throw .unreadable(path: path, reason: systemMessage())
        }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw .unreadable(path: path, reason: systemMessage())
    }
    if isKind(status, S_IFDIR) { return nil }
    guard isKind(status, S_IFREG) else {
        throw .unreadable(path: path, reason: "it is not a regular file")
    }
    return try contents(of: descriptor, size: Int(status.st_size), named: path, atMost: limit)
}

/// What is left to read of an open regular file, which says it has `size` bytes.
/// - Throws: `unreadable`; `tooLarge` where there are more than `limit` bytes.
func contents(
    of descriptor: Int32, size: Int, named path: String, atMost limit: Int
) throws(GitError) -> [UInt8] {
    guard size <= limit else {
        throw .tooLarge(path: path, byteCount: size, limit: limit)
    }
    // One byte more than announced, so that the end of an unchanged file shows in the same call.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var filled = 0
    while true {
        let count = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
        }
        if count < 0 {
            if errno == EINTR { continue }
            throw .unreadable(path: path, reason: systemMessage())
        }
        if count == 0 { break }
        filled += count
        guard filled <= limit else {
            throw .tooLarge(path: path, byteCount: filled, limit: limit)
        }
        if filled == bytes.count { bytes.append(contentsOf: repeatElement(0, count: 1 << 16)) }
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
}

/// Whether `status` is of the given file type (`S_IFREG`, `S_IFDIR`…).
func isKind(_ status: stat, _ kind: mode_t) -> Bool { status.st_mode & S_IFMT == kind }

/// The system's words for the call that has just failed on this thread.
func systemMessage() -> String { String(cString: strerror(errno)) }
