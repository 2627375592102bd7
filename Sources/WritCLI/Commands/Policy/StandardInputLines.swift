internal import Glibc

/// The lines of standard input, one after another, without their ends; empty lines are left out.
struct StandardInputLines: Sequence, IteratorProtocol {
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false

    mutating func next() -> [UInt8]? {
        while true {
            if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[start..<end]
                start = end + 1
                if line.contains(where: { $0 > 0x20 }) { return Array(line) }
                continue
            }
            if isAtEnd {
                let line = Array(buffer[start...])
                start = buffer.count
                return line.contains { $0 > 0x20 } ? line : nil
            }
            fill()
        }
    }

    private mutating func fill() {
        buffer.removeFirst(start)
        start = 0
        let size = 1 << 16
        let before = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: size))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { read(0, $0.baseAddress?.advanced(by: before), size) }
        } while count < 0 && errno == EINTR
        buffer.removeLast(size - Swift.max(count, 0))
        isAtEnd = count <= 0
    }
}
