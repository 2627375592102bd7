internal import CLibGit2
internal import CShims
internal import Glibc

/// The objects that lie in files of their own, one zlib stream each.
///
/// libgit2 1.5 does not read these for us: it loops for ever on a stream cut short and writes past its
/// buffer where a header states too small a size. Here every length is checked before it is used.
struct LooseObjects: Sendable {
    /// The `objects` folder.
    let folder: String
    /// The two-digit folders that were there at the start: most repositories are packed and have few.
    private let present: Set<UInt8>

    /// The objects in the given `objects` folder.
    init(folder: String) {
        self.folder = folder
        self.present = Set(
            (UInt8.min...UInt8.max).filter { access(folder + "/" + twoDigits($0), F_OK) == 0 })
    }

    /// Whether the object's folder was there when the repository was opened.
    func mayHold(_ id: ObjectID) -> Bool { present.contains(id.firstByte) }

    /// The file and header of an object, or `nil` where there is no such file.
    /// - Throws: `objectCorrupt`, citing `path`; `unreadable`.
    func object(_ id: ObjectID, citing path: String) throws(GitError) -> LooseObject? {
        guard let start = try fileStart(of: id) else { return nil }
        var output = [UInt8](repeating: 0, count: 64)
        var consumed = 0
        var produced = 0
        // What is wrong behind the header shows when the contents are read.
        _ = writ_inflate(start, start.count, &output, output.count, &consumed, &produced)
        guard let (header, length) = parseHeader(output.prefix(produced)) else {
            throw .objectCorrupt(id: id.description, path: path, reason: "its header cannot be read")
        }
        return LooseObject(id: id, header: header, headerLength: length, file: filePath(of: id))
    }

    /// The ids with the given lower-case hexadecimal prefix of at least two digits.
    func ids(withPrefix prefix: String) -> [ObjectID] {
        let name = String(prefix.prefix(2))
        return fileNames(inFolder: folder + "/" + name)
            .filter { (name + $0).hasPrefix(prefix) }
            .compactMap { ObjectID(hex: Array((name + $0).utf8)) }
    }

    private func filePath(of id: ObjectID) -> String {
        let hex = id.description
        return folder + "/" + hex.prefix(2) + "/" + hex.dropFirst(2)
    }

    /// Enough of the file to inflate the header.
    private func fileStart(of id: ObjectID) throws(GitError) -> [UInt8]? {
        let path = filePath(of: id)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .unreadable(path: path, reason: systemMessage())
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, isKind(status, S_IFREG) else {
            throw .unreadable(path: path, reason: "it is not a regular file")
        }
        var buffer = [UInt8](repeating: 0, count: 512)
        let count = read(descriptor, &buffer, buffer.count)
        guard count >= 0 else { throw .unreadable(path: path, reason: systemMessage()) }
        return Array(buffer.prefix(count))
    }
}

/// A loose object whose header has been read.
struct LooseObject: Sendable {
    /// What its contents must hash to.
    let id: ObjectID
    /// What it says of itself, not yet verified.
    let header: ObjectHeader
    /// The bytes of the header in the inflated stream.
    fileprivate let headerLength: Int
    fileprivate let file: String

    /// The contents, with length and hash verified; memory grows with the header's byte count.
    /// - Throws: `objectCorrupt`, citing `path`; `unreadable`.
    func contents(citing path: String) throws(GitError) -> [UInt8] {
        func damaged(_ reason: String) -> GitError {
            .objectCorrupt(id: id.description, path: path, reason: reason)
        }
        // What deflate adds to incompressible data is far less than an eighth.
        let bound = header.byteCount + header.byteCount / 8 + (1 << 16)
        let input: [UInt8]
        do throws(GitError) {
            guard let read = try WritGit.contents(ofFile: file, atMost: bound) else {
                throw GitError.objectMissing(id: id.description, path: path, partial: false)
            }
            input = read
        } catch .tooLarge {
            throw damaged("other data follows it")
        }
        let expected = headerLength + header.byteCount
        // One byte more than announced, so that a longer stream shows.
        var output = [UInt8](repeating: 0, count: expected + 1)
        var consumed = 0
        var produced = 0
        let code = writ_inflate(input, input.count, &output, output.count, &consumed, &produced)
        guard code >= 0 else { throw damaged("its compressed data cannot be read") }
        guard produced <= expected else { throw damaged("it is longer than its header says") }
        guard code == 1, produced == expected else { throw damaged("it ends too early") }
        guard consumed == input.count else { throw damaged("other data follows it") }
        output.removeLast()
        output.removeFirst(headerLength)
        var hash = git_oid()
        guard git_odb_hash(&hash, output, output.count, header.kind.type) == 0, ObjectID(hash) == id else {
            throw damaged("its contents do not match its id")
        }
        return output
    }
}

/// Reads `blob 123` and a NUL; the length includes the NUL.
private func parseHeader(_ bytes: ArraySlice<UInt8>) -> (header: ObjectHeader, length: Int)? {
    guard let end = bytes.firstIndex(of: 0), let space = bytes[..<end].firstIndex(of: 0x20) else {
        return nil
    }
    let digits = bytes[(space + 1)..<end]
    guard let kind = ObjectKind(rawValue: String(decoding: bytes[..<space], as: UTF8.self)),
        (1...18).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }),
        digits.count == 1 || digits.first != 0x30,
        let byteCount = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return (ObjectHeader(kind: kind, byteCount: byteCount), end + 1)
}

/// The two lower-case hexadecimal digits of `byte`.
private func twoDigits(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
}
