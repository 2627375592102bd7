internal import Glibc

/// Whose repositories are read.
package enum OwnerRule: Hashable, Sendable {
    /// Those of the user whom the process runs as.
    case currentUser
    /// Those of the users with these ids.
    case users(Set<UInt32>)
    /// Everybody's.
    case anyone
}

/// Where the parts of a repository lie.
struct RepositoryPlace: Hashable, Sendable {
    /// The folder with `HEAD`.
    var gitFolder: String
    /// The folder with `objects`, `refs` and `packed-refs`: for a linked worktree the main repository's.
    var commonFolder: String
    /// The top of the working tree; `nil` for a bare repository.
    var top: String?
    /// From the top to the folder the user named, with `/` between its parts; empty at the top.
    var prefix: String

    /// The path that the repository is known by.
    var root: String { top ?? gitFolder }
    /// The folder with the objects.
    var objects: String { commonFolder + "/objects" }
}

extension RepositoryPlace {
    /// Finds the repository that `path` is, or lies in, without reading any configuration.
    ///
    /// `path` is a working tree or a folder below its top, a `.git` folder, a bare repository, or the
    /// `.git` file of a linked worktree. Going upward only `.git` counts, so that a bare repository that
    /// somebody committed as ordinary files is not taken for the one around it.
    /// - Throws: `notARepository`, `unreadable`.
    init(finding path: String) throws(GitError) {
        let start = try realPath(path)
        if let place = try RepositoryPlace(gitFolder: start, top: nil) {
            self = place
            return
        }
        if let pointed = try pointer(inFile: start),
            let place = try RepositoryPlace(gitFolder: pointed, top: parent(of: start))
        {
            self = place
            return
        }
        var folder = start
        while true {
            let candidate = folder == "/" ? "/.git" : folder + "/.git"
            let target = isFolder(candidate) ? try realPath(candidate) : try pointer(inFile: candidate)
            if let target, var place = try RepositoryPlace(gitFolder: target, top: folder) {
                place.prefix = String(start.dropFirst(folder.count).drop { $0 == "/" })
                self = place
                return
            }
            guard folder != "/" else { throw .notARepository(path: path) }
            folder = parent(of: folder)
        }
    }

    /// The repository whose `HEAD` lies in `gitFolder`, or `nil` where that is none.
    private init?(gitFolder: String, top: String?) throws(GitError) {
        guard access(gitFolder + "/HEAD", F_OK) == 0 else { return nil }
        var common = gitFolder
        if let text = try line(ofFile: gitFolder + "/commondir") {
            common = try realPath(text.hasPrefix("/") ? text : gitFolder + "/" + text)
        }
        guard isFolder(common + "/objects"), access(common + "/refs", F_OK) == 0 else { return nil }
        self.gitFolder = gitFolder
        self.commonFolder = common
        self.top = top ?? (gitFolder.hasSuffix("/.git") ? parent(of: gitFolder) : nil)
        self.prefix = ""
    }
}

/// The folder that a `.git` file points to, or `nil` where `path` is no such file.
/// - Throws: `unreadable`, also where that folder is not there.
private func pointer(inFile path: String) throws(GitError) -> String? {
    guard let text = try line(ofFile: path), text.hasPrefix("gitdir: ") else { return nil }
    let target = String(text.dropFirst("gitdir: ".count))
    return try realPath(target.hasPrefix("/") ? target : parent(of: path) + "/" + target)
}

/// The text of a small file without its line end, or `nil` where there is no such file of text.
/// - Throws: `unreadable`.
private func line(ofFile path: String) throws(GitError) -> String? {
    var text: ArraySlice<UInt8>
    do throws(GitError) {
        guard let bytes = try contents(ofFile: path, atMost: 1 << 16) else { return nil }
        text = bytes[...]
    } catch .tooLarge {
        return nil
    }
    while text.last == 0x0A || text.last == 0x0D { text.removeLast() }
    return text.contains(0) ? nil : String(validating: text, as: UTF8.self)
}

/// The absolute path without symbolic links.
/// - Throws: `unreadable`.
func realPath(_ path: String) throws(GitError) -> String {
    guard let resolved = realpath(path, nil) else {
        throw .unreadable(path: path, reason: systemMessage())
    }
    defer { free(resolved) }
    return String(cString: resolved)
}

private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && isKind(status, S_IFDIR)
}

private func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
}
