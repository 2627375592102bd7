internal import Glibc

/// Two connected sockets, one for a child process; neither is inherited by another child.
struct SocketPair {
    /// Our end.
    private let ours: Int32
    /// The child's end.
    let theirs: Int32

    /// - Throws: ``StartFailure``.
    init() throws(StartFailure) {
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw StartFailure(reason: systemMessage()) }
        (ours, theirs) = (pair[0], pair[1])
    }

    func closeTheirs() { close(theirs) }

    func closeOurs() { close(ours) }

    /// Writes all of `bytes`, as far as the child still reads.
    func sendAll(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(ours, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits a while for more and appends it; `false` once the other side has closed its end.
    func read(into bytes: inout [UInt8], forMilliseconds time: Int32) -> Bool {
        guard isReadable(within: time) else { return true }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(ours, &buffer, buffer.count, 0)
        if count > 0 { bytes += buffer.prefix(count) }
        return count > 0 || (count < 0 && errno == EINTR)
    }

    /// Whether something, or the end, is there to be read at once.
    var hasMore: Bool { isReadable(within: 0) }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: ours, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }
}
