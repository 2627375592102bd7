internal import Glibc

/// The whole of a file of at most `limit` bytes.
///
/// - Parameter help: what makes the file.
/// - Throws: ``Failure``.
func contents(
    ofFile path: String, atMost limit: Int, whenMissing help: String? = nil
) throws(Failure) -> [UInt8] {
    guard let file = fopen(path, "re") else {
        throw cannot("read", path, help: errno == ENOENT ? help : nil)
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    // Of a file its size is known: what grows as it is read is copied again and again.
    var status = stat()
    if fstat(fileno(file), &status) == 0 { bytes.reserveCapacity(min(Int(status.st_size), limit) + 1) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
        let count = fread(&buffer, 1, buffer.count, file)
        bytes += buffer.prefix(count)
        if bytes.count > limit {
            throw .message("`\(path)` is larger than the \(limit) bytes that are read", help: nil)
        }
        if count < buffer.count {
            if ferror(file) != 0 { throw cannot("read", path) }
            return bytes
        }
    }
}

/// Writes a file so that its name holds either all of `text` or what it held before.
///
/// - Throws: ``Failure``.
func write(_ text: String, toFile path: String) throws(Failure) {
    let draft = path + ".\(randomText().prefix(8)).tmp"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw cannot("write", path) }
    let isWritten = writeAll(of: text, to: descriptor) && fsync(descriptor) == 0
    let failure = isWritten ? nil : cannot("write", path)
    close(descriptor)
    if let failure {
        unlink(draft)
        throw failure
    }
    guard rename(draft, path) == 0 else {
        let failure = cannot("write", path)
        unlink(draft)
        throw failure
    }
}

/// Whether all of `text` could be written; `errno` says why not.
func writeAll(of text: String, to descriptor: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var done = 0
        while done < bytes.count {
            let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return true
    }
}

/// Makes the folder that `path` lies in, one level.
///
/// - Throws: ``Failure``.
func makeFolder(ofFile path: String) throws(Failure) {
    guard let slash = path.lastIndex(of: "/") else { return }
    let folder = String(path[..<slash])
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw cannot("make", folder) }
}

/// What to say where the system refuses `verb`, with its reason in `errno`.
func cannot(_ verb: String, _ path: String, help: String? = nil) -> Failure {
    let code = errno
    return .message(
        "cannot \(verb) `\(path)`: \(String(cString: strerror(code)))", help: help ?? way(out: code, path))
}

/// What to do about an error of the system.
private func way(out code: Int32, _ path: String) -> String? {
    switch code {
    case ENOENT: "check the path: what it leads through has to exist"
    case ENOTDIR: "check the path: it leads through something that is no folder"
    case EISDIR: "name a file in that folder"
    case EACCES, EPERM: "check who owns it: this process runs as user \(geteuid())"
    case ENOSPC, EDQUOT: "free some space and run the command again"
    case EROFS: "name a place that can be written"
    default: nil
    }
}
