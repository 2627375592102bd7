internal import CLibCurl
internal import Synchronization

/// What the tasks tell the loop.
enum Letter: Sendable {
    case send(TransferOrder)
    case cancel(TransferTicket)
    case stop
}

/// The one thing that tasks and the loop's thread share.
///
/// While it is open there is a multi handle to wake; the loop closes it before it frees that handle, and both happen
/// under the same lock, so nobody wakes a handle that is gone.
final class CurlMailbox: Sendable {
    private struct Contents {
        var letters: [Letter] = []
        var isOpen = true
    }

    /// The multi handle as a number: pointers are not `Sendable`. Only waking is done with it from outside the loop.
    private let multi: UInt
    private let contents = Mutex(Contents())

    init(waking multi: UnsafeMutableRawPointer) {
        self.multi = UInt(bitPattern: multi)
    }

    /// Puts a letter in and wakes the loop. An order that comes too late ends at once.
    func post(_ letter: Letter) {
        let isLate = contents.withLock { contents in
            guard contents.isOpen else { return true }
            contents.letters.append(letter)
            curl_multi_wakeup(UnsafeMutableRawPointer(bitPattern: multi))
            return false
        }
        if isLate, case .send(let order) = letter { order.finish(unsent: .cancelled) }
    }

    /// Takes all letters out, in their order.
    func take() -> [Letter] {
        contents.withLock { contents in
            defer { contents.letters = [] }
            return contents.letters
        }
    }

    /// Takes the last letters out; no more come.
    func close() -> [Letter] {
        contents.withLock { contents in
            contents.isOpen = false
            defer { contents.letters = [] }
            return contents.letters
        }
    }
}
