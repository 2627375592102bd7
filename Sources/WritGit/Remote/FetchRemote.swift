internal import Glibc
internal import WritModel
internal import WritProcess

/// How remote repositories are fetched.
package struct FetchSettings: Sendable {
    /// How long everything may take, in seconds.
    package var timeout: Int
    /// How many bytes are received at most.
    package var byteLimit: Int
    /// Whether a `file` repository may belong to somebody else.
    package var anyOwner: Bool
    /// The program and the argument that make it call ``runFetchChild()``.
    package var program: (path: String, argument: String)

    /// Settings for fetches by `program`.
    package init(timeout: Int, byteLimit: Int, anyOwner: Bool, program: (path: String, argument: String)) {
        self.timeout = timeout
        self.byteLimit = byteLimit
        self.anyOwner = anyOwner
        self.program = program
    }
}

/// A remote repository as it is kept on this machine.
package struct FetchedRepository: Hashable, Sendable {
    /// The bare repository.
    package var path: String
    /// When it was fetched, in seconds since 1970.
    package var fetchedAt: Int64
}

/// Fetches a remote repository into the user's cache, or clones it where there is no usable copy.
///
/// A copy that turns out to be damaged is thrown away and cloned again, once. A failed or killed fetch leaves
/// the copy as it was.
/// - Parameter anew: whether to clone in any case.
/// - Throws: ``RemoteError``.
package func fetchRemote(
    _ remote: RemoteURL, _ settings: FetchSettings, anew: Bool = false
) throws(RemoteError) -> FetchedRepository {
    let deadline = ContinuousClock.now + .seconds(settings.timeout)
    let cache = RepositoryCache(of: remote, in: try cacheFolder(for: remote))
    try cache.make()
    return try cache.locked(until: deadline, seconds: settings.timeout) {
        (lock) throws(RemoteError) -> FetchedRepository in
        let fetch = CacheFetch(cache: cache, settings: settings, deadline: deadline, lock: lock)
        let request = try fetch.request()
        if !anew, let fetched = try fetch.update(request) { return fetched }
        return try fetch.clone(request)
    }
}

/// The copy that an earlier fetch left.
///
/// - Throws: `neverFetched`, `cacheUnusable`.
package func cachedRemote(_ remote: RemoteURL) throws(RemoteError) -> FetchedRepository {
    let cache = RepositoryCache(of: remote, in: try cacheFolder(for: remote))
    guard let time = cache.fetchedAt() else { throw RemoteError(.neverFetched, remote) }
    return FetchedRepository(path: cache.repository, fetchedAt: time)
}

/// One fetch into a locked cache.
private struct CacheFetch {
    let cache: RepositoryCache
    let settings: FetchSettings
    let deadline: ContinuousClock.Instant
    let lock: Int32

    /// The request without its folder. The known hosts are looked up, and told to the library in its home.
    func request() throws(RemoteError) -> FetchRequest {
        let home = try userHome(for: cache.remote)
        var keys = HostKeys()
        if cache.remote.scheme == .ssh {
            keys = try KnownHosts(files: KnownHosts.defaults(home: home)).keys(
                of: cache.remote, environment: currentEnvironment())
            let lines = keys.byPreference.map { "\(cache.remote.knownHostsName) \($0.type) \($0.text)\n" }
            try cache.replaceFile(cache.home + "/.ssh/known_hosts", lines.joined())
        }
        return FetchRequest(
            asker: getpid(), remote: cache.remote, folder: "", byteLimit: settings.byteLimit, home: home,
            anyOwner: settings.anyOwner,
            authorities: getenv("SSL_CERT_FILE").map { String(cString: $0) } ?? "", hostKeys: keys)
    }

    /// Fetches into the copy that is there; `nil` where there is none, or it is damaged.
    func update(_ request: FetchRequest) throws(RemoteError) -> FetchedRepository? {
        let copy = BareRepository(path: cache.repository)
        guard copy.isUsable else { return nil }
        copy.tidy()
        do throws(RemoteError) {
            try run(request, into: copy.path)
        } catch {
            guard error.kind == .cacheDamaged || error.kind == .crashed else { throw error }
            return nil
        }
        return try finish()
    }

    /// Clones into a draft, which takes the copy's place once it is whole.
    func clone(_ request: FetchRequest) throws(RemoteError) -> FetchedRepository {
        let draft = BareRepository(path: cache.draft)
        guard draft.makeEmpty() else { throw cache.unusable(draft.path, systemMessage()) }
        do throws(RemoteError) {
            try run(request, into: draft.path)
        } catch {
            removeTree(draft.path)
            var error = error
            // Nothing was there that could have been damaged: it is what came that is.
            if error.kind == .cacheDamaged { error.kind = .answer }
            throw error
        }
        try cache.promoteDraft()
        return try finish()
    }

    /// Lets the child process fetch into `folder`.
    private func run(_ request: FetchRequest, into folder: String) throws(RemoteError) {
        var request = request
        request.folder = folder
        let program = Program(
            settings.program.path, [settings.program.argument],
            environment: currentEnvironment(without: ["HOME"]) + ["HOME=\(cache.home)"], isLeader: true)
        let end: ProgramEnd
        do throws(StartFailure) {
            end = try program.run(
                until: deadline, input: Array(request.json.compactText.utf8), passing: lock)
        } catch {
            throw RemoteError(.cannotStart, cache.remote, detail: error.reason)
        }
        switch end.ending {
        case .timedOut: throw RemoteError(.timedOut, cache.remote, detail: "\(settings.timeout) s")
        case .signalled(let number): throw RemoteError(.crashed, cache.remote, detail: "signal \(number)")
        case .exited(let code):
            guard let json = try? JSONValue(parsing: end.output), let answer = FetchAnswer(json) else {
                throw RemoteError(.crashed, cache.remote, detail: "exit code \(code)")
            }
            if case .failed(let error) = answer { throw error.about(cache.remote) }
        }
    }

    /// Takes the fetch down as done.
    private func finish() throws(RemoteError) -> FetchedRepository {
        try cache.recordFetch()
        return FetchedRepository(path: cache.repository, fetchedAt: Int64(time(nil)))
    }
}

/// `$XDG_CACHE_HOME`, else `.cache` in the user's home. Source: XDG Base Directory Specification.
private func cacheFolder(for remote: RemoteURL) throws(RemoteError) -> String {
    if let value = getenv("XDG_CACHE_HOME").map({ String(cString: $0) }), value.hasPrefix("/") {
        return value
    }
    return try userHome(for: remote) + "/.cache"
}

private func userHome(for remote: RemoteURL) throws(RemoteError) -> String {
    if let value = getenv("HOME").map({ String(cString: $0) }), value.hasPrefix("/") { return value }
    guard let entry = getpwuid(getuid()), let folder = entry.pointee.pw_dir else {
        throw RemoteError(.cacheUnusable, remote, detail: "HOME is not set")
    }
    return String(cString: folder)
}
