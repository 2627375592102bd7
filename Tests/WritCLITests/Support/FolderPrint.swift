import Foundation

/// Everything about a folder that a program could have written: names, kinds, bytes, times of change.
///
/// The time of a folder changes when a file is made in it, even if that is deleted again.
struct FolderPrint: Equatable {
    private var entries: [String: Entry] = [:]

    private struct Entry: Equatable {
        var mode: UInt32
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
        var bytes: Data?
    }

    init(_ path: String) throws {
        try add(path)
        let enumerator = FileManager.default.enumerator(atPath: path)
        while let name = enumerator?.nextObject() as? String { try add("\(path)/\(name)") }
    }

    /// The paths that are not the same in both.
    func differences(from other: FolderPrint) -> [String] {
        Set(entries.keys).union(other.entries.keys).filter { entries[$0] != other.entries[$0] }.sorted()
    }

    private mutating func add(_ path: String) throws {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
        let isFile = status.st_mode & S_IFMT == S_IFREG
        entries[path] = Entry(
            mode: status.st_mode, size: Int64(status.st_size), seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec,
            bytes: isFile ? try Data(contentsOf: URL(fileURLWithPath: path)) : nil)
    }
}
