internal import WritModel

/// The body of an answer as it comes in, within a limit. Memory that it leaves is overwritten.
final class ReceivedBody {
    private(set) var isTooLarge = false
    private var memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 0, alignment: 1)
    private var count = 0
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    deinit { leave(memory) }

    /// Takes the next bytes, all or none of them.
    func take(_ bytes: UnsafeRawBufferPointer) {
        guard !isTooLarge, bytes.count <= limit - count else {
            isTooLarge = true
            return
        }
        if bytes.count > memory.count - count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(2 * memory.count, count + bytes.count, 4096), alignment: 1)
            larger.copyBytes(from: memory[..<count])
            leave(memory)
            memory = larger
        }
        UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyBytes(from: bytes)
        count += bytes.count
    }

    /// All that came in.
    var body: HTTPBody {
        HTTPBody(Secret(count: count) { place in place.copyBytes(from: memory[..<count]) })
    }

    private func leave(_ memory: UnsafeMutableRawBufferPointer) {
        wipe(memory)
        memory.deallocate()
    }
}
