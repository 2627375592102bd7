internal import CLibGit2
internal import CShims
internal import Glibc
internal import WritModel

/// The whole life of the fetching process: reads the request from standard input, fetches, and writes the
/// answer to standard output.
///
/// The library has no deadlines, and parts of it are known to hang or crash on hostile input; so it works in
/// a process that can be killed, that ends with the one which started it, and whose memory is limited.
/// - Returns: `false` for no request.
package func runFetchChild() -> Bool {
    // The lock of the cache is ours until we end, and nobody's whom we start.
    _ = writ_close_on_exec(3)
    guard let json = try? JSONValue(parsing: readAll(0)), let request = FetchRequest(json) else {
        return false
    }
    guard writ_die_with_parent() == 0, getppid() == request.asker else { return false }
    _ = writ_limit_memory(memoryLimit)
    let text = fetch(request).json.compactText
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(1, $0.baseAddress, $0.count) }
        guard count > 0 else { break }
        rest = rest.dropFirst(count)
    }
    return true
}

/// How much memory the process may use, in bytes.
private let memoryLimit = 4 << 30

/// How many objects one pack may say that it has.
private let objectLimit = 20_000_000

private func fetch(_ request: FetchRequest) -> FetchAnswer {
    guard LibGit2.started, writ_git_set_pack_object_limit(objectLimit) == 0,
        writ_git_set_owner_validation(request.anyOwner ? 0 : 1) == 0
    else { return .failed(RemoteError(.answer, detail: "libgit2 does not start")) }
    if !request.authorities.isEmpty, writ_git_set_authorities(request.authorities) != 0 {
        let detail = "SSL_CERT_FILE=\(request.authorities) cannot be read: \(LibGit2.lastMessage())"
        return .failed(RemoteError(.certificate, detail: detail))
    }
    let watch = FetchWatch(request)
    var repository: OpaquePointer?
    guard git_repository_open_bare(&repository, request.folder) == 0 else {
        return .failed(RemoteError(.cacheDamaged, detail: LibGit2.lastMessage()))
    }
    defer { git_repository_free(repository) }
    do throws(LibraryFailure) {
        let bytes = try fetch(request, into: repository, watch)
        watch.finish()
        return .fetched(bytes: bytes)
    } catch {
        return .failed(watch.failure ?? error.error)
    }
}

private func fetch(
    _ request: FetchRequest, into repository: OpaquePointer?, _ watch: FetchWatch
) throws(LibraryFailure) -> Int {
    var remote: OpaquePointer?
    try check(git_remote_create_anonymous(&remote, repository, request.remote.description))
    defer { git_remote_free(remote) }

    var options = git_fetch_options()
    try check(git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION)))
    watch.install(in: &options.callbacks)
    options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
    options.update_fetchhead = 0
    // On the same host only. The library's name for that is none.
    options.follow_redirects = GIT_REMOTE_REDIRECT_NONE
    // That of the environment: there is no configuration here that could name another.
    options.proxy_opts.type = request.remote.scheme == .https ? GIT_PROXY_AUTO : GIT_PROXY_NONE
    return try withExtendedLifetime(watch) { () throws(LibraryFailure) -> Int in
        try withReferenceNames { (names) throws(LibraryFailure) -> Void in
            var names = names
            try check(git_remote_download(remote, &names, &options))
        }
        guard let remote else { return 0 }
        try store(try RemoteReferences(remote), in: repository, request.folder)
        return git_remote_stats(remote)?.pointee.received_bytes ?? 0
    }
}

/// Makes the references those of the remote, once everything they lead to is there.
private func store(
    _ references: RemoteReferences, in repository: OpaquePointer?, _ folder: String
) throws(LibraryFailure) {
    var objects: OpaquePointer?
    try check(git_repository_odb(&objects, repository))
    defer { git_odb_free(objects) }
    for id in references.objects.values {
        var oid = id.oid
        if git_odb_exists(objects, &oid) != 1 {
            git_error_set_str(Int32(bitPattern: GIT_ERROR_ODB.rawValue), "object \(id) did not arrive")
            throw LibraryFailure(GIT_ENOTFOUND.rawValue)
        }
    }
    guard references.write(to: folder) else {
        git_error_set_str(
            Int32(bitPattern: GIT_ERROR_OS.rawValue), "cannot write the references: \(systemMessage())")
        throw LibraryFailure(-1)
    }
}

/// Lends the names of what is fetched as the library's list: branches and tags under their own names.
private func withReferenceNames(
    _ body: (git_strarray) throws(LibraryFailure) -> Void
) throws(LibraryFailure) {
    var texts: [UnsafeMutablePointer<CChar>?] = [
        "+refs/heads/*:refs/heads/*", "+refs/tags/*:refs/tags/*",
    ].map { (text: String) in strdup(text) }
    defer { for text in texts { free(text) } }
    let count = texts.count
    let result: Result<Void, LibraryFailure> = texts.withUnsafeMutableBufferPointer { buffer in
        do throws(LibraryFailure) {
            return .success(try body(git_strarray(strings: buffer.baseAddress, count: count)))
        } catch {
            return .failure(error)
        }
    }
    try result.get()
}

private func readAll(_ descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < 1 << 24 {
        let count = read(descriptor, &buffer, buffer.count)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { break }
        bytes += buffer.prefix(count)
    }
    return bytes
}
