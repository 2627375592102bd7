internal import Glibc

extension RepositoryCache {
    /// Runs `body` with the right to change this folder of the cache.
    ///
    /// The lock belongs to the open file that `body` gets: the fetching process inherits it, so that the right
    /// lasts until both are gone.
    /// - Throws: `cacheBusy` at the deadline, `cacheUnusable`, and what `body` throws.
    func locked<Result>(
        until deadline: ContinuousClock.Instant, seconds: Int,
        _ body: (_ descriptor: Int32) throws(RemoteError) -> Result
    ) throws(RemoteError) -> Result {
        let path = folder + "/lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw unusable(path, systemMessage()) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw unusable(path, systemMessage()) }
            guard ContinuousClock.now < deadline else {
                throw RemoteError(.cacheBusy, remote, detail: "\(seconds) s")
            }
            // flock(2) has no deadline: waiting in it could not be ended.
            usleep(20_000)
        }
        return try body(descriptor)
    }
}
