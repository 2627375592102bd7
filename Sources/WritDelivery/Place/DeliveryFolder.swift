internal import CShims
internal import Glibc

/// A folder that gets files, each of them whole or not at all.
struct DeliveryFolder {
    let path: String

    /// Whether a file of that name could be written now.
    func check(_ name: String) throws(DeliveryError) {
        let folder = try opened()
        defer { close(folder) }
        guard faccessat(folder, ".", W_OK | X_OK, AT_EACCESS) == 0 else { throw cannotWrite(path) }
        guard faccessat(folder, name, F_OK, AT_SYMLINK_NOFOLLOW) != 0 else {
            throw .alreadyThere(path: place(name))
        }
    }

    /// Writes a file, unless it is there already; its path.
    ///
    /// A process that is killed in between leaves a hidden file with encrypted text, and never a part under the name.
    func write(_ text: String, as name: String) throws(DeliveryError) -> String {
        let folder = try opened()
        defer { close(folder) }
        let draft = try Draft(of: Array(text.utf8), in: folder, self)
        defer { draft.remove() }
        guard try draft.place(as: name) else {
            guard contents(of: name, in: folder, atMost: text.utf8.count) == Array(text.utf8) else {
                throw .alreadyThere(path: place(name))
            }
            return place(name)
        }
        // The name survives a loss of power.
        guard fsync(folder) == 0 else { throw cannotWrite(path) }
        return place(name)
    }

    /// The folder's descriptor; it is made where there is none, for us alone.
    func opened() throws(DeliveryError) -> Int32 {
        let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
        var folder = open(path, flags)
        if folder < 0, errno == ENOENT, mkdir(path, 0o700) == 0 || errno == EEXIST {
            folder = open(path, flags)
        }
        guard folder >= 0 else { throw cannotWrite(path) }
        return folder
    }

    func cannotWrite(_ path: String) -> DeliveryError {
        .cannotWrite(path: path, reason: String(cString: strerror(errno)))
    }

    func place(_ name: String) -> String { path.hasSuffix("/") ? path + name : path + "/" + name }

    /// The bytes of a file, one more than that many at most; `nil` where it is no file that can be read.
    private func contents(of name: String, in folder: Int32, atMost limit: Int) -> [UInt8]? {
        let descriptor = openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes { memory in
                read(descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
            }
            if more < 0 && errno == EINTR { continue }
            guard more > 0 else { break }
            count += more
        }
        return Array(bytes[..<count])
    }
}

/// A file with a name of its own that lies whole on the disk before it gets another.
struct Draft {
    private let name: String
    private let folder: Int32
    private let owner: DeliveryFolder

    /// Writes `bytes`, for us alone to read.
    init(of bytes: [UInt8], in folder: Int32, _ owner: DeliveryFolder) throws(DeliveryError) {
        var number = 0
        var descriptor: Int32 = -1
        var name = ""
        repeat {
            name = ".writ-delivery.\(getpid()).\(number)"
            descriptor = openat(folder, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            number += 1
            // Of a process of the same number that was killed, or of another thread.
        } while descriptor < 0 && errno == EEXIST && number < 1000
        guard descriptor >= 0 else { throw owner.cannotWrite(owner.path) }
        (self.name, self.folder, self.owner) = (name, folder, owner)
        var failure: DeliveryError?
        if !writeAll(bytes, to: descriptor) || fsync(descriptor) != 0 {
            failure = owner.cannotWrite(owner.path)
        }
        if close(descriptor) != 0, failure == nil { failure = owner.cannotWrite(owner.path) }
        if let failure {
            remove()
            throw failure
        }
    }

    /// Gives the file its name; `false` where there is something of that name, which stays.
    func place(as target: String) throws(DeliveryError) -> Bool {
        // Neither of the two replaces anything. Not every file system has both.
        if linkat(folder, name, folder, target, 0) == 0 { return true }
        if errno != EEXIST, writ_rename_new(folder, name, folder, target) == 0 { return true }
        guard errno == EEXIST else { throw owner.cannotWrite(owner.place(target)) }
        return false
    }

    /// Takes the draft's own name away.
    func remove() { unlinkat(folder, name, 0) }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}
