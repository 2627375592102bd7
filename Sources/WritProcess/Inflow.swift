internal import Glibc

/// What a child process writes, as it comes.
struct Inflow {
    private var streams: [Stream]

    /// - Parameter errors: `nil` where that stream goes nowhere.
    init(output: SocketPair, errors: SocketPair?, outputLimit: Int, errorLimit: Int) {
        streams = [Stream(socket: output.ours, limit: outputLimit)]
        if let errors { streams.append(Stream(socket: errors.ours, limit: errorLimit)) }
    }

    /// What came by standard output.
    var output: [UInt8] { streams[0].bytes }

    /// What came by the error stream, as far as it is kept.
    var errors: [UInt8] { streams.count > 1 ? streams[1].bytes : [] }

    /// Whether more may come.
    var isOpen: Bool { streams.contains(where: \.isOpen) }

    /// Whether more came by standard output than is taken. Errors are cut instead.
    var isOverfull: Bool { streams[0].isCut }

    /// Waits a while for more and takes it; `false` where nothing came.
    @discardableResult
    mutating func receive(forMilliseconds time: Int32) -> Bool {
        var entries = streams.map {
            pollfd(fd: $0.isOpen ? $0.socket : -1, events: Int16(POLLIN), revents: 0)
        }
        guard isOpen, poll(&entries, nfds_t(entries.count), time) > 0 else { return false }
        for index in streams.indices where entries[index].revents != 0 { streams[index].take() }
        return true
    }
}

/// One of its streams.
private struct Stream {
    let socket: Int32
    /// How much is kept, in bytes.
    let limit: Int
    var bytes: [UInt8] = []
    var isOpen = true
    /// Whether there was more than is kept.
    var isCut = false

    mutating func take() {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = recv(socket, &buffer, buffer.count, 0)
        if count < 0 && errno == EINTR { return }
        guard count > 0 else {
            isOpen = false
            return
        }
        isCut = isCut || count > limit - bytes.count
        bytes += buffer.prefix(min(count, limit - bytes.count))
    }
}
