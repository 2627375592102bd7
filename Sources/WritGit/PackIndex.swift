internal import Glibc

/// Checks of a pack's index that libgit2 1.5 leaves out: it reads outside of the files where they fail.
///
/// Source: gitformat-pack. Whether the offsets lead to the right objects shows when those are hashed.
enum PackIndex {
    /// Refuses an index that would lead libgit2 astray.
    /// - Throws: `unreadable` with what is wrong with the index at `path` of the pack beside it.
    static func check(_ path: String) throws(GitError) {
        let pack = path.dropLast(4) + ".pack"
        var status = stat()
        guard stat(String(pack), &status) == 0, isKind(status, S_IFREG) else {
            throw .unreadable(path: String(pack), reason: "it is not a regular file")
        }
        let packSize = Int(status.st_size)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: systemMessage()) }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0, isKind(status, S_IFREG) else {
            throw .unreadable(path: path, reason: "it is not a regular file")
        }
        let file = IndexFile(descriptor: descriptor, size: Int(status.st_size))
        if let reason = damage(file, packSize: packSize) { throw .unreadable(path: path, reason: reason) }
    }

    private static func damage(_ file: IndexFile, packSize: Int) -> String? {
        let short = "the pack index is cut short"
        guard let magic = file.words(at: 0, 2) else { return short }
        guard magic[0] == 0xFF74_4F63, magic[1] == 2 else { return "the pack index is not of version 2" }
        guard let counts = file.words(at: 8, 256) else { return short }
        guard zip(counts, counts.dropFirst()).allSatisfy(<=) else {
            return "the pack index does not count upward"
        }
        let count = Int(counts[255])
        let largeStart = 8 + 1024 + 28 * count
        let largeBytes = file.size - 40 - largeStart
        guard largeBytes >= 0, largeBytes.isMultiple(of: 8), largeBytes / 8 <= count else {
            return "the pack index has another size than it says"
        }
        guard let offsets = file.words(at: 8 + 1024 + 24 * count, count),
            let large = file.words(at: largeStart, largeBytes / 4)
        else { return short }
        let isInside = offsets.allSatisfy { offset in
            // The highest bit marks the number of a large offset.
            guard offset & 0x8000_0000 != 0 else { return Int(offset) < packSize - 20 }
            let position = 2 * Int(offset & 0x7FFF_FFFF)
            guard position < large.count, large[position] & 0x8000_0000 == 0 else { return false }
            return Int(large[position]) << 32 | Int(large[position + 1]) < packSize - 20
        }
        return isInside ? nil : "the pack index leads outside of the pack"
    }
}

/// An open index file.
private struct IndexFile {
    let descriptor: Int32
    /// In bytes.
    let size: Int

    /// `count` big-endian numbers of four bytes from `offset` on, or `nil` past the end.
    func words(at offset: Int, _ count: Int) -> [UInt32]? {
        guard offset + 4 * count <= size else { return nil }
        var words = [UInt32](repeating: 0, count: count)
        let isRead = words.withUnsafeMutableBytes { buffer in
            var filled = 0
            while filled < buffer.count {
                let part = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled,
                    off_t(offset + filled))
                if part < 0, errno == EINTR { continue }
                guard part > 0 else { return false }
                filled += part
            }
            return true
        }
        return isRead ? words.map(UInt32.init(bigEndian:)) : nil
    }
}
