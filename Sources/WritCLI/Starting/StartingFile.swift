/// A file that `writ init` writes.
struct StartingFile: Hashable, Sendable {
    /// From the repository's top.
    var path: String
    var text: String

    init(_ path: String, _ text: String) {
        (self.path, self.text) = (path, text)
    }
}
