internal import CLibCurl
internal import CCurlShims
internal import WritModel

/// Sets the options of an easy handle, and remembers the first that is refused.
struct CurlOptions {
    /// The first code that was not 0.
    private(set) var code: UInt32 = 0
    private let handle: UnsafeMutableRawPointer

    init(_ handle: UnsafeMutableRawPointer) {
        self.handle = handle
    }

    /// Keeps the code of an option that was set.
    mutating func note(_ code: Int32) {
        if self.code == 0 { self.code = UInt32(bitPattern: code) }
    }

    /// What is asked, and of whom.
    mutating func set(_ request: HTTPRequest) {
        note(writ_curl_set_schemes(handle, request.endpoint.isSecure ? "https" : "http"))
        set(CURLOPT_URL, request.url)
        // Signatures are over the path as it is.
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_HTTP_VERSION, Int(CURL_HTTP_VERSION_1_1))
        switch request.method {
        case .get: set(CURLOPT_HTTPGET, 1)
        case .head: set(CURLOPT_NOBODY, 1)
        case .delete: set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        case .post, .put, .patch:
            set(CURLOPT_POST, 1)
            set(CURLOPT_POSTFIELDSIZE, request.body?.count ?? 0)
            set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        }
        set(CURLOPT_FOLLOWLOCATION, 0)
        // On a connection that was used before, libcurl sends a request a second time when the connection ends without
        // an answer, since the server usually closed it long ago. It may also have closed it because of the request.
        set(CURLOPT_FRESH_CONNECT, request.isRepeatable ? 0 : 1)
    }

    /// How it is asked.
    mutating func set(_ settings: TransportSettings, for endpoint: Endpoint) {
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT_MS, settings.connectDeadline.milliseconds)
        set(CURLOPT_TIMEOUT_MS, settings.deadline.milliseconds)
        set(CURLOPT_USERAGENT, settings.userAgent)
        set(CURLOPT_MAXFILESIZE, settings.bodyLimit)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_PROXY_SSL_VERIFYPEER, 1)
        set(CURLOPT_PROXY_SSL_VERIFYHOST, 2)
        if let file = settings.authorities {
            set(CURLOPT_CAINFO, file)
            set(CURLOPT_PROXY_CAINFO, file)
            // In place of the system's, not beside them.
            for option in [CURLOPT_CAPATH, CURLOPT_PROXY_CAPATH] {
                note(writ_curl_set_text(handle, Int32(option.rawValue), nil))
            }
        }
        // Set in any case: else libcurl would look into the environment.
        set(CURLOPT_NOPROXY, "")
        if let proxy = settings.proxy, !proxy.isExcepted(endpoint) {
            set(proxy)
        } else {
            set(CURLOPT_PROXY, "")
        }
    }

    /// The lines of the headers, which stay the caller's.
    mutating func set(lines: UnsafeMutablePointer<curl_slist>?) {
        note(writ_curl_set_pointer(handle, Int32(CURLOPT_HTTPHEADER.rawValue), lines))
        // They are for the endpoint, not for the proxy.
        set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE))
    }

    private mutating func set(_ proxy: Proxy) {
        set(CURLOPT_PROXY, proxy.description)
        set(CURLOPT_HTTPPROXYTUNNEL, 1)
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        // The password is sent as it is, which is libcurl's default: nothing else works for all proxies.
        guard let login = proxy.login else { return }
        set(CURLOPT_PROXYUSERNAME, login.user)
        let code = login.password.withBytes { password in
            var text = Array(password) + [0]
            defer { text.withUnsafeMutableBytes(wipe) }
            return text.withUnsafeBytes { bytes in
                writ_curl_set_text(
                    handle, Int32(CURLOPT_PROXYPASSWORD.rawValue),
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self))
            }
        }
        note(code)
    }

    private mutating func set(_ option: CURLoption, _ value: Int) {
        note(writ_curl_set_number(handle, Int32(option.rawValue), value))
    }

    private mutating func set(_ option: CURLoption, _ text: String) {
        note(writ_curl_set_text(handle, Int32(option.rawValue), text))
    }
}

extension Duration {
    /// Whole milliseconds, at least one: for libcurl none means for ever.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        guard seconds < 1_000_000 else { return 1_000_000_000 }
        return max(1, Int(seconds * 1000 + attoseconds / 1_000_000_000_000_000))
    }
}
