/// The trees and blobs that a walk through the history reads, each of which it needs again one commit later.
///
/// Memory is bounded; not for use from two threads at once.
final class ContentCache {
    private let objects: ObjectDatabase
    private let fileBytes: Int
    private var kept: [ObjectID: [UInt8]] = [:]
    private var byteCount = 0
    /// How much is kept before all of it is dropped, in bytes.
    private let budget = 64 << 20

    /// A cache before `objects`; blobs of more than `fileBytes` are not read.
    init(_ objects: ObjectDatabase, fileBytes: Int) {
        self.objects = objects
        self.fileBytes = fileBytes
    }

    /// The list of a folder.
    /// - Throws: what reading objects throws.
    func tree(_ id: ObjectID, _ path: [UInt8]) throws(GitError) -> [UInt8] {
        try read(id, .tree, path, atMost: ReadLimits.structureBytes)
    }

    /// The contents of a file.
    /// - Throws: what reading objects throws, `tooLarge` among it.
    func blob(_ id: ObjectID, _ path: [UInt8]) throws(GitError) -> [UInt8] {
        try read(id, .blob, path, atMost: fileBytes)
    }

    /// The length of a file in bytes, without its contents.
    /// - Throws: what reading objects throws.
    func byteCount(of id: ObjectID, _ path: [UInt8]) throws(GitError) -> Int {
        if let bytes = kept[id] { return bytes.count }
        guard let header = try objects.header(of: id, citing: citation(path)) else {
            throw .objectMissing(id: id.description, path: citation(path), partial: false)
        }
        return header.byteCount
    }

    private func read(
        _ id: ObjectID, _ kind: ObjectKind, _ path: [UInt8], atMost limit: Int
    ) throws(GitError) -> [UInt8] {
        if let bytes = kept[id] { return bytes }
        let bytes = try objects.read(id, kind, citing: citation(path), atMost: limit)
        if byteCount + bytes.count > budget {
            kept.removeAll()
            byteCount = 0
        }
        kept[id] = bytes
        byteCount += bytes.count
        return bytes
    }

    private func citation(_ path: [UInt8]) -> String {
        path.isEmpty ? "." : String(decoding: path, as: UTF8.self)
    }
}
