/// How much of a text another text holds: the pieces of a file by their hashes, with their bytes.
///
/// Source: `hash_chars` and `diffcore_count_changes` of git's `diffcore-delta.c`. A last piece without line
/// end counts, as in git since 2.44.
struct Similarity {
    /// The most that two files can have in common.
    static let most = 60_000
    /// Half of it: from here on git takes a file for renamed.
    static let renamed = 30_000
    /// Three quarters of it: from here on git takes a file that kept its name for moved.
    static let moved = 45_000

    private var bytesByHash: [UInt32: Int] = [:]
    private let byteCount: Int

    /// The pieces of `bytes`: lines, cut after 64 bytes.
    init(_ bytes: [UInt8]) {
        byteCount = bytes.count
        let isText = !bytes.prefix(8000).contains(0)
        var (first, second): (UInt32, UInt32) = (0, 0)
        var length = 0
        for (index, byte) in bytes.enumerated() {
            // The line end of some systems counts as that of the others.
            if isText, byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
            let old = first
            first = (first << 7) ^ (second >> 25)
            second = (second << 7) ^ (old >> 25)
            first &+= UInt32(byte)
            length += 1
            if length < 64, byte != 0x0A { continue }
            bytesByHash[(first &+ second &* 0x61) % 107_927, default: 0] += length
            (first, second, length) = (0, 0, 0)
        }
        if length > 0 { bytesByHash[(first &+ second &* 0x61) % 107_927, default: 0] += length }
    }

    /// How much of the older text `old` this one still has, up to ``most``.
    func score(from old: Similarity) -> Int {
        let largest = max(byteCount, old.byteCount)
        guard byteCount > 0, largest > 0 else { return 0 }
        var copied = 0
        for (hash, count) in old.bytesByHash { copied += min(count, bytesByHash[hash] ?? 0) }
        return copied * Similarity.most / largest
    }

    /// Whether files of these lengths can be so similar that the newer one was renamed.
    static func isPossible(_ a: Int, _ b: Int) -> Bool {
        max(a, b) * (most - renamed) >= abs(a - b) * most
    }
}
