internal import Glibc

/// Two connected sockets, one for a child process; neither is inherited by another child.
struct SocketPair {
    /// Our end.
    let ours: Int32
    /// The child's end.
    let theirs: Int32

    /// - Throws: ``StartFailure``.
    init() throws(StartFailure) {
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
            throw StartFailure(reason: String(cString: strerror(errno)))
        }
        (ours, theirs) = (pair[0], pair[1])
    }

    func closeTheirs() { close(theirs) }

    func closeOurs() { close(ours) }

    /// Writes all of `bytes`, as far as the child still reads.
    func sendAll(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest)
            let count = send(ours, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}
