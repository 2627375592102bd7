internal import CLibCurl
internal import CCurlShims
internal import Glibc

/// All transfers of a transport, on a thread of their own that owns libcurl's multi handle.
final class CurlLoop {
    private let multi: UnsafeMutableRawPointer
    private let mailbox: CurlMailbox
    private var transfers: [UnsafeMutableRawPointer: CurlTransfer] = [:]
    private var isStopping = false

    fileprivate init(_ multi: UnsafeMutableRawPointer, _ mailbox: CurlMailbox) {
        self.multi = multi
        self.mailbox = mailbox
    }

    /// Starts a thread with a loop; `nil` where the system has no memory or thread for it.
    static func start() -> CurlMailbox? {
        guard curlIsReady, let multi = curl_multi_init() else { return nil }
        // How many idle connections are kept. How many are open at once is bounded by who asks.
        _ = writ_curl_multi_set_number(multi, Int32(CURLMOPT_MAXCONNECTS.rawValue), 16)
        let mailbox = CurlMailbox(waking: multi)
        let started = Unmanaged.passRetained(StartedLoop(multi: UInt(bitPattern: multi), mailbox: mailbox))
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        var thread = pthread_t()
        let code = pthread_create(&thread, &attributes, { runLoop($0) }, started.toOpaque())
        guard code == 0 else {
            started.release()
            curl_multi_cleanup(multi)
            return nil
        }
        return mailbox
    }

    /// Runs until a letter says to stop.
    fileprivate func run() {
        while true {
            for letter in mailbox.take() { read(letter) }
            if isStopping { break }
            var running: Int32 = 0
            let code = curl_multi_perform(multi, &running)
            finishDone()
            if code != CURLM_OK { failAll() }
            // A letter that was posted since wakes it at once.
            curl_multi_poll(multi, nil, 0, 60_000, nil)
        }
        for case .send(let order) in mailbox.close() { order.finish(unsent: .cancelled) }
        for transfer in transfers.values { end(transfer) { $0.cancelled() } }
        curl_multi_cleanup(multi)
    }

    private func read(_ letter: Letter) {
        switch letter {
        case .send(let order): begin(order)
        case .cancel(let ticket):
            // It may have ended in the meantime.
            guard let transfer = transfers.values.first(where: { $0.order.ticket === ticket }) else { return }
            end(transfer) { $0.cancelled() }
        case .stop: isStopping = true
        }
    }

    private func begin(_ order: TransferOrder) {
        // The cancellation may have come before the order.
        guard !order.ticket.isCancelled else { return order.finish(unsent: .cancelled) }
        guard let handle = curl_easy_init() else {
            return order.finish(unsent: .transfer("there is no memory for a request"))
        }
        let transfer = CurlTransfer(handle, order)
        let code = transfer.configure()
        guard code == CURLE_OK.rawValue, curl_multi_add_handle(multi, handle) == CURLM_OK else {
            transfer.free()
            return order.finish(unsent: .transfer("libcurl refuses an option (\(code))"))
        }
        transfers[handle] = transfer
    }

    private func finishDone() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            // Read at once: the message is gone when its handle is.
            guard message.pointee.msg == CURLMSG_DONE, let handle = message.pointee.easy_handle,
                let transfer = transfers[handle]
            else { continue }
            let code = message.pointee.data.result
            end(transfer) { $0.result(code) }
        }
    }

    private func failAll() {
        for transfer in transfers.values {
            end(transfer) { .failure($0.failure(.transfer("libcurl's loop fails"))) }
        }
    }

    private func end(
        _ transfer: CurlTransfer, with result: (CurlTransfer) -> Result<HTTPResponse, HTTPError>
    ) {
        curl_multi_remove_handle(multi, transfer.handle)
        transfers[transfer.handle] = nil
        let result = result(transfer)
        transfer.free()
        transfer.order.finish(result)
    }
}

/// What the new thread is given.
private final class StartedLoop: Sendable {
    let multi: UInt
    let mailbox: CurlMailbox

    init(multi: UInt, mailbox: CurlMailbox) {
        self.multi = multi
        self.mailbox = mailbox
    }

    func run() {
        // Signals are for the threads that expect them; among them SIGPIPE, which OpenSSL can raise.
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
        guard let multi = UnsafeMutableRawPointer(bitPattern: multi) else { return }
        CurlLoop(multi, mailbox).run()
    }
}

private func runLoop(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<StartedLoop>.fromOpaque(context).takeRetainedValue().run() }
    return nil
}

/// Whether libcurl could be set up, which is done once in a process.
private let curlIsReady = curl_global_init(Int(CURL_GLOBAL_SSL)) == CURLE_OK
