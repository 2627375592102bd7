internal import CLibCurl
internal import CCurlShims
internal import WritModel

/// One request under way: libcurl's easy handle and what has come in so far. It stays on the loop's thread.
final class CurlTransfer {
    let handle: UnsafeMutableRawPointer
    let order: TransferOrder
    var head: ReceivedHead
    let body: ReceivedBody
    /// Whether a byte of the request may have been sent to the endpoint; once so, for ever so.
    var isBegun = false
    /// How many bytes of the request's body libcurl has taken.
    var sent = 0
    /// The lines of the request's headers, which libcurl reads until the end.
    private var lines: UnsafeMutablePointer<curl_slist>?

    init(_ handle: UnsafeMutableRawPointer, _ order: TransferOrder) {
        self.handle = handle
        self.order = order
        head = ReceivedHead(limit: order.settings.headLimit)
        body = ReceivedBody(limit: order.settings.bodyLimit)
    }

    /// Tells libcurl all about the request; the code of the first option that it refuses, or 0.
    func configure() -> UInt32 {
        guard addLines() else { return CURLE_OUT_OF_MEMORY.rawValue }
        var options = CurlOptions(handle)
        options.set(order.request)
        options.set(order.settings, for: order.request.endpoint)
        options.set(lines: lines)
        options.note(
            writ_curl_set_callbacks(
                handle, noteStart, takeHead, takeBody, giveBody, rewindBody,
                Unmanaged.passUnretained(self).toOpaque()))
        return options.code
    }

    /// Gives back what libcurl holds. The handle is no multi handle's any more.
    func free() {
        curl_easy_cleanup(handle)
        var line = lines
        while let text = line?.pointee.data {
            wipe(UnsafeMutableRawBufferPointer(start: text, count: stringLength(text)))
            line = line?.pointee.next
        }
        curl_slist_free_all(lines)
        lines = nil
    }

    /// The request's headers as lines; whether there was memory for them.
    private func addLines() -> Bool {
        let request = order.request
        // libcurl would add these: what is sent is what was signed.
        let unwanted = ["Accept", "Content-Type", "Expect", "Transfer-Encoding"].filter {
            request.headers.all($0).isEmpty
        }
        for name in unwanted where !addLine(Array("\(name):".utf8)) { return false }
        if request.headers.all("Host").isEmpty, !addLine(Array("Host: \(request.endpoint.authority)".utf8)) {
            return false
        }
        for entry in request.headers.entries {
            // `Name;` is libcurl's way to say that the value is empty.
            let isAdded = entry.withValue { value in
                var line = Array(entry.name.utf8) + (value.isEmpty ? ";" : ": ").utf8
                // So that the bytes stand in one place, which is overwritten.
                line.reserveCapacity(line.count + value.count + 1)
                line += value
                defer { line.withUnsafeMutableBytes(wipe) }
                return addLine(&line)
            }
            guard isAdded else { return false }
        }
        return true
    }

    private func addLine(_ line: [UInt8]) -> Bool {
        var line = line
        return addLine(&line)
    }

    private func addLine(_ line: inout [UInt8]) -> Bool {
        line.append(0)
        let longer = line.withUnsafeBytes { bytes in
            curl_slist_append(lines, bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
        }
        guard let longer else { return false }
        lines = longer
        return true
    }
}

private func stringLength(_ text: UnsafeMutablePointer<CChar>) -> Int {
    var count = 0
    while text[count] != 0 { count += 1 }
    return count
}
