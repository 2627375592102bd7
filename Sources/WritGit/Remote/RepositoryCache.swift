internal import CLibGit2
internal import Glibc

/// The folder in which one remote repository is kept between runs.
///
/// ```
/// $XDG_CACHE_HOME/writ/repositories/<name>-<hash>/
///   lock             held while fetching
///   fetched          when, in seconds since 1970, and the URL
///   repository.git   bare, written by nobody but us
///   home             what the fetching process has for a home
/// ```
/// Everything is the user's alone. Deleting it costs a fetch and nothing else.
struct RepositoryCache: Hashable, Sendable {
    /// The repository that is kept.
    let remote: RemoteURL
    /// The folder of all of them.
    private let root: String
    /// This one's folder.
    let folder: String

    /// - Parameter root: the user's folder for caches.
    init(of remote: RemoteURL, in root: String) {
        self.remote = remote
        self.root = root
        self.folder = "\(root)/writ/repositories/\(remote.shortName)-\(folderDigits(for: remote.description))"
    }

    /// The bare repository.
    var repository: String { folder + "/repository.git" }
    /// A repository that is being cloned and takes the other's place once it is whole.
    var draft: String { folder + "/repository.git.new" }
    /// The home of the fetching process, so that nothing of the user's is obeyed there.
    var home: String { folder + "/home" }
    private var former: String { folder + "/repository.git.old" }
    private var record: String { folder + "/fetched" }

    /// When the repository was last fetched whole, in seconds since 1970; `nil` for never.
    func fetchedAt() -> Int64? {
        guard let bytes = try? contents(ofFile: record, atMost: 1 << 14) else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        // The name of the folder holds only a hash.
        guard lines.count == 2, lines[1] == remote.description, access(repository + "/HEAD", R_OK) == 0
        else { return nil }
        return Int64(lines[0])
    }

    /// Makes the folders where they are missing.
    /// - Throws: `cacheUnusable`, also for a folder that somebody else can write to.
    func make() throws(RemoteError) {
        for path in [root, root + "/writ", root + "/writ/repositories", folder, home, home + "/.ssh"] {
            if mkdir(path, 0o700) != 0, errno != EEXIST { throw unusable(path, systemMessage()) }
            if path == root { continue }
            var status = stat()
            guard lstat(path, &status) == 0, isKind(status, S_IFDIR) else {
                throw unusable(path, "it is not a folder")
            }
            guard status.st_uid == geteuid(), status.st_mode & 0o022 == 0 else {
                throw unusable(path, "others can write to it")
            }
        }
    }

    /// Puts the draft in the place of the repository.
    /// - Throws: `cacheUnusable`.
    func promoteDraft() throws(RemoteError) {
        removeTree(former)
        if rename(repository, former) != 0, errno != ENOENT { throw unusable(repository, systemMessage()) }
        guard rename(draft, repository) == 0 else { throw unusable(draft, systemMessage()) }
        removeTree(former)
    }

    /// Takes down that the repository was fetched now.
    /// - Throws: `cacheUnusable`.
    func recordFetch() throws(RemoteError) {
        try replaceFile(record, "\(time(nil))\n\(remote)\n")
    }

    /// Writes a small file so that its name holds the old or the new text.
    /// - Throws: `cacheUnusable`.
    func replaceFile(_ path: String, _ text: String) throws(RemoteError) {
        guard WritGit.replaceFile(path, text) else { throw unusable(path, systemMessage()) }
    }

    /// The error for a path of the cache.
    func unusable(_ path: String, _ reason: String) -> RemoteError {
        RemoteError(.cacheUnusable, remote, detail: "\(path): \(reason)")
    }
}

/// 16 hexadecimal digits that tell URLs apart; the record of the fetch holds the whole URL.
private func folderDigits(for text: String) -> String {
    guard LibGit2.started else { return "0" }
    var oid = git_oid()
    guard git_odb_hash(&oid, text, text.utf8.count, GIT_OBJECT_BLOB) == 0 else { return "0" }
    return String(ObjectID(oid).description.prefix(16))
}

/// Writes a small file so that its name holds the old or the new text; `false` leaves the reason in `errno`.
func replaceFile(_ path: String, _ text: String) -> Bool {
    let draft = path + ".new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    var text = text
    let isWritten = text.withUTF8 { bytes in
        var done = 0
        while done < bytes.count {
            let count = write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            done += count
        }
        return fsync(descriptor) == 0
    }
    close(descriptor)
    return isWritten && rename(draft, path) == 0
}
