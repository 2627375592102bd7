internal import CLibCurl
internal import CCurlShims

extension CurlTransfer {
    /// The answer, or why there is none.
    func result(_ code: CURLcode) -> Result<HTTPResponse, HTTPError> {
        if head.problem == .tooLarge {
            return .failure(failure(.headTooLarge(limit: order.settings.headLimit)))
        }
        if head.problem == .malformed { return .failure(failure(.malformed)) }
        if body.isTooLarge { return .failure(failure(.bodyTooLarge(limit: order.settings.bodyLimit))) }
        guard code == CURLE_OK else { return .failure(failure(reason(code))) }
        // libcurl takes a head that breaks off for one that ends.
        guard head.isComplete, head.status >= 200 else { return .failure(failure(.connectionLost)) }
        if [301, 302, 303, 307, 308].contains(head.status) {
            return .failure(failure(.redirect(status: head.status, host: redirectHost)))
        }
        return .success(HTTPResponse(status: head.status, headers: head.headers, body: body.body))
    }

    /// What is answered when nobody waits any more.
    func cancelled() -> Result<HTTPResponse, HTTPError> { .failure(failure(.cancelled)) }

    /// The error, with what is known of the request's effect.
    func failure(_ reason: HTTPError.Reason) -> HTTPError {
        HTTPError(
            reason, order.request, effect: isBegun ? .unknown : .none, requestID: requestID(in: head.headers))
    }

    private func reason(_ code: CURLcode) -> HTTPError.Reason {
        let endpoint = order.request.endpoint
        let proxy = order.settings.proxy.flatMap { $0.isExcepted(endpoint) ? nil : $0 }
        if number(CURLINFO_HTTP_CONNECTCODE) >= 300 { return .proxyRefused }
        return switch code {
        case CURLE_COULDNT_RESOLVE_PROXY: .cannotResolve(host: proxy?.host ?? endpoint.host)
        case CURLE_COULDNT_RESOLVE_HOST: .cannotResolve(host: endpoint.host)
        case CURLE_COULDNT_CONNECT: .cannotConnect(host: proxy?.host ?? endpoint.host)
        case CURLE_PROXY: .proxyRefused
        case CURLE_OPERATION_TIMEDOUT:
            isBegun
                ? .deadline(order.settings.deadline)
                : .connectDeadline(min(order.settings.connectDeadline, order.settings.deadline))
        case CURLE_PEER_FAILED_VERIFICATION: .certificate(certificateProblem)
        case CURLE_SSL_CACERT_BADFILE:
            .authoritiesUnreadable(file: order.settings.authorities ?? "the system's file of certificates")
        case CURLE_SSL_CONNECT_ERROR: .tls
        case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR: .connectionLost
        case CURLE_FILESIZE_EXCEEDED: .bodyTooLarge(limit: order.settings.bodyLimit)
        case CURLE_WEIRD_SERVER_REPLY, CURLE_UNSUPPORTED_PROTOCOL, CURLE_BAD_CONTENT_ENCODING: .malformed
        default: .transfer(words(of: code))
        }
    }

    /// libcurl's fixed words: its longer messages may quote what came in.
    private func words(of code: CURLcode) -> String {
        curl_easy_strerror(code).map { String(cString: $0) } ?? "libcurl's code \(code.rawValue)"
    }

    private func number(_ information: CURLINFO) -> Int {
        var value = 0
        _ = writ_curl_get_number(handle, Int32(information.rawValue), &value)
        return value
    }

    /// By OpenSSL's `X509_V_ERR_…`.
    private var certificateProblem: HTTPError.CertificateProblem {
        switch number(CURLINFO_SSL_VERIFYRESULT) {
        // libcurl looks at the name itself, after OpenSSL has looked at the chain; it says 1 until it is done.
        case 0, 1, 62: .wrongName
        case 9: .notYetValid
        case 10: .expired
        case 2, 18, 19, 20, 21, 27: .notTrusted
        default: .other
        }
    }

    /// The host that the answer points to; the endpoint's own where it names a path only.
    private var redirectHost: String? {
        guard let location = head.headers["location"], !location.isEmpty, let url = curl_url() else {
            return nil
        }
        defer { curl_url_cleanup(url) }
        let isSet =
            curl_url_set(url, CURLUPART_URL, order.request.url, 0) == CURLUE_OK
            && curl_url_set(url, CURLUPART_URL, location, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK
        var host: UnsafeMutablePointer<CChar>?
        guard isSet, curl_url_get(url, CURLUPART_HOST, &host, 0) == CURLUE_OK, let host else { return nil }
        defer { curl_free(host) }
        let name = String(cString: host)
        return isPlainWord(name) || name.hasPrefix("[") ? name : nil
    }
}
