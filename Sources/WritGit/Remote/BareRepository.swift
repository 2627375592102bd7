internal import Glibc

/// A bare repository of the cache, made by us with a configuration of two lines.
struct BareRepository: Sendable {
    /// Its folder.
    let path: String

    /// How many packs it may have before it is cloned anew: every fetch adds one, and nothing repacks.
    private static let packLimit = 50

    /// Makes an empty one in the place of whatever is there; `false` leaves the reason in `errno`.
    func makeEmpty() -> Bool {
        removeTree(path)
        for folder in [
            "", "/objects", "/objects/pack", "/objects/info", "/refs", "/refs/heads", "/refs/tags",
        ]
        where mkdir(path + folder, 0o700) != 0 {
            return false
        }
        return replaceFile(path + "/config", "[core]\n\trepositoryformatversion = 0\n\tbare = true\n")
            && replaceFile(path + "/HEAD", "ref: refs/heads/main\n")
            && replaceFile(path + "/packed-refs", "")
    }

    /// Whether it is there and worth a fetch into it.
    var isUsable: Bool {
        guard access(path + "/HEAD", R_OK) == 0, access(path + "/packed-refs", R_OK) == 0 else {
            return false
        }
        return fileNames(inFolder: path + "/objects/pack").count { $0.hasSuffix(".pack") } <= Self.packLimit
    }

    /// Deletes what a fetch that was killed left behind. Only for the holder of the lock.
    func tidy() {
        for folder in ["/objects/pack", ""] {
            for name in fileNames(inFolder: path + folder) {
                let isLeft = name.hasPrefix("pack_") || name.hasSuffix(".lock") || name.hasSuffix(".new")
                if isLeft { unlink("\(path)\(folder)/\(name)") }
            }
        }
    }
}

/// Deletes a folder with all that is in it, or a file; links are deleted, not followed.
func removeTree(_ path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard isKind(status, S_IFDIR) else {
        unlink(path)
        return
    }
    for name in fileNames(inFolder: path) { removeTree("\(path)/\(name)") }
    rmdir(path)
}
