internal import CLibCurl

/// The connection is there, and the request is about to be sent.
func noteStart(
    _ context: UnsafeMutableRawPointer?, _ theirs: UnsafeMutablePointer<CChar>?,
    _ ours: UnsafeMutablePointer<CChar>?,
    _ theirPort: Int32, _ ourPort: Int32
) -> Int32 {
    guard let transfer = transfer(context) else { return CURL_PREREQFUNC_ABORT }
    transfer.isBegun = true
    return CURL_PREREQFUNC_OK
}

/// A line of the head, or of what comes after a chunked body.
func takeHead(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(context) else { return 0 }
    transfer.head.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    // Less than what came in ends the transfer.
    return transfer.head.problem == nil ? size * count : 0
}

/// The next bytes of the body.
func takeBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(context) else { return 0 }
    transfer.body.take(UnsafeRawBufferPointer(start: bytes, count: size * count))
    return transfer.body.isTooLarge ? 0 : size * count
}

/// Asks for the next bytes of the request's body.
func giveBody(
    _ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ context: UnsafeMutableRawPointer?
) -> Int {
    guard let transfer = transfer(context), let body = transfer.order.request.body else { return 0 }
    return body.withBytes { source in
        let next = source[transfer.sent...].prefix(size * count)
        UnsafeMutableRawBufferPointer(start: bytes, count: size * count).copyBytes(from: next)
        transfer.sent += next.count
        return next.count
    }
}

/// Asks to start the request's body again, which libcurl does on a new connection.
func rewindBody(_ context: UnsafeMutableRawPointer?, _ offset: Int, _ origin: Int32) -> Int32 {
    guard let transfer = transfer(context), origin == 0,
        (0...(transfer.order.request.body?.count ?? 0)).contains(offset)
    else { return CURL_SEEKFUNC_FAIL }
    transfer.sent = offset
    return CURL_SEEKFUNC_OK
}

/// The transfer that is alive as long as its handle calls.
private func transfer(_ context: UnsafeMutableRawPointer?) -> CurlTransfer? {
    context.map { Unmanaged<CurlTransfer>.fromOpaque($0).takeUnretainedValue() }
}
