/// How much is read from one revision before it is refused.
package struct ReadLimits: Hashable, Sendable {
    /// Bytes of one manifest or document file.
    package var fileBytes: Int
    /// Manifest files.
    package var files: Int
    /// Bytes of all manifest files together.
    package var totalBytes: Int
    /// Files and folders listed.
    package var entries: Int
    /// Folders inside one another.
    package var depth: Int

    /// Limits that hold 100,000 objects in 20,000 files with room to spare.
    package init(
        fileBytes: Int = 1 << 20, files: Int = 50_000, totalBytes: Int = 256 << 20,
        entries: Int = 200_000, depth: Int = 32
    ) {
        self.fileBytes = fileBytes
        self.files = files
        self.totalBytes = totalBytes
        self.entries = entries
        self.depth = depth
    }

    /// Bytes of a commit, a tag or the list of one folder; one of 200,000 files with names of 130 bytes fits.
    static let structureBytes = 32 << 20
}
