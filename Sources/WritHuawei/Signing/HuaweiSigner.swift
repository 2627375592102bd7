internal import WritDigest
package import WritHTTP
package import WritModel

/// Stands in for the digest of a body that is not signed.
let contentHashHeader = "X-Sdk-Content-Sha256"

/// Signs requests with an access key: `SDK-HMAC-SHA256`.
package struct HuaweiSigner: RequestSigner {
    private let credentials: HuaweiCredentials

    /// A signer with that key.
    package init(_ credentials: HuaweiCredentials) {
        self.credentials = credentials
    }

    /// The request with `Host`, `X-Sdk-Date`, what tells account and temporary key, and `Authorization`. Its query is
    /// put into the order that is signed.
    package func sign(_ request: HTTPRequest, at now: Instant) -> HTTPRequest {
        var signed = request
        let date = signatureDate(now)
        signed.query = canonicalQuery(request.query)
        signed.headers.remove("Authorization")
        signed.headers.set("Host", request.endpoint.authority)
        signed.headers.set("X-Sdk-Date", date)
        switch credentials.scope {
        case .account(let id): signed.headers.set("X-Domain-Id", id)
        case .project(let id): signed.headers.set("X-Project-Id", id)
        case .own: break
        }
        if let token = credentials.securityToken { signed.headers.set("X-Security-Token", token) }
        signed.headers.remove(contentHashHeader)
        if let type = request.headers["Content-Type"], !type.hasPrefix("application/json"),
            !type.hasPrefix("application/bson")
        {
            // As the SDK does; the gateway takes nothing else for other types.
            signed.headers.set(contentHashHeader, "UNSIGNED-PAYLOAD")
        }
        let canonical = CanonicalRequest(signed)
        signed.headers.set(
            "Authorization",
            "SDK-HMAC-SHA256 Access=\(credentials.accessKey), SignedHeaders=\(canonical.signedHeaders), "
                + "Signature=\(signature(of: canonical, date))")
        return signed
    }

    private func signature(of canonical: CanonicalRequest, _ date: String) -> String {
        let text = stringToSign(canonical, date)
        return hexadecimal(credentials.secretKey.withBytes { hmacSHA256(Array(text.utf8), key: $0) })
    }
}

/// What is signed of a canonical request.
func stringToSign(_ canonical: CanonicalRequest, _ date: String) -> String {
    "SDK-HMAC-SHA256\n\(date)\n\(Digest(of: canonical.lines).hex)"
}

/// A moment as `yyyyMMddTHHmmssZ`.
func signatureDate(_ now: Instant) -> String {
    now.description.filter { $0 != "-" && $0 != ":" }
}
