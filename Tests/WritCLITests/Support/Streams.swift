import Foundation

/// The standard streams of a child process, and our ends of them.
///
/// None of our ends is inherited by another child that starts meanwhile, so that a stream ends with its
/// process.
struct Streams {
    let childInput: Int32
    let childOutput: Int32
    let childErrors: Int32
    private let output: Int32
    /// The same as `output` for a terminal.
    private let errors: Int32

    /// No input, and one stream each for output and errors.
    ///
    /// They are pairs of sockets: those can be made uninheritable from the start.
    init() throws {
        childInput = try checked(open("/dev/null", O_RDONLY | O_CLOEXEC))
        (output, childOutput) = try socketPair()
        (errors, childErrors) = try socketPair()
    }

    /// A terminal for all three, at which somebody has already typed `text`.
    init(terminalTyping text: String) throws {
        let ours = try checked(open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC))
        // TIOCSPTLCK and TIOCGPTN, whose macros are not imported: unlock, and ask for the number.
        var lock: Int32 = 0
        var number: Int32 = 0
        _ = try checked(ioctl(ours, 0x4004_5431, &lock))
        _ = try checked(ioctl(ours, 0x8004_5430, &number))
        let terminal = try checked(open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC))
        (childInput, childOutput, childErrors) = (terminal, terminal, terminal)
        (output, errors) = (ours, ours)
        let bytes = Array(text.utf8)
        if !bytes.isEmpty { _ = write(ours, bytes, bytes.count) }
    }

    private var isTerminal: Bool { output == errors }

    /// Reads both streams; answers whether both came to their end before `deadline`, and before there were
    /// `errorLimit` bytes of errors.
    func read(
        until deadline: ContinuousClock.Instant, errorLimit: Int = .max, _ outputBytes: inout [UInt8],
        _ errorBytes: inout [UInt8]
    ) -> Bool {
        var open = isTerminal ? [output] : [output, errors]
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while !open.isEmpty {
            if errorBytes.count >= errorLimit { return false }
            var waiting = open.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
            let ready = poll(&waiting, nfds_t(waiting.count), milliseconds(until: deadline))
            if ready < 0 && errno == EINTR { continue }
            if ready <= 0 { return false }
            for entry in waiting where entry.revents != 0 {
                // A terminal that nobody has open any more answers an error instead of an end.
                let count = Foundation.read(entry.fd, &buffer, buffer.count)
                if count <= 0 {
                    open.removeAll { $0 == entry.fd }
                } else if entry.fd == output {
                    outputBytes += buffer.prefix(count)
                } else {
                    errorBytes += buffer.prefix(count)
                }
            }
        }
        return true
    }

    func closeChildEnds() {
        for descriptor in Set([childInput, childOutput, childErrors]) { Foundation.close(descriptor) }
    }

    func close() {
        for descriptor in Set([output, errors]) { Foundation.close(descriptor) }
    }
}

/// Rounded up; 0 for what is over.
private func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = max(ContinuousClock.now.duration(to: deadline), .zero)
    return Int32(clamping: Int((left / .milliseconds(1)).rounded(.up)))
}

private func socketPair() throws -> (Int32, Int32) {
    var pair: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    _ = try checked(socketpair(AF_UNIX, kind, 0, &pair))
    return (pair[0], pair[1])
}

private func checked(_ result: Int32) throws -> Int32 {
    guard result >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return result
}
