import Testing
import WritDigest
import WritHTTP
import WritModel

@testable import WritHuawei

/// Signatures, against those that the vendor's Python SDK makes.
@Suite struct SignerTests {
    /// One request, and what the SDK made of it.
    struct Row: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var request: HTTPRequest
        var scope = HuaweiCredentials.Scope.account("d78cbac186b744899480f25bd022f468")
        var token: String?
        /// The digest of the canonical request.
        var canonical: String
        var signedHeaders = "host;x-domain-id;x-sdk-date"
        var signature: String
        /// Path and query as they are sent.
        var target: String
    }

    @Test(arguments: vectors + edges) func `a request is signed as the SDK signs it`(_ row: Row) throws {
        let now = try #require(Instant(rfc3339: "2025-01-02T03:04:05Z"))
        let credentials = HuaweiCredentials(
            accessKey: "AKEXAMPLE00000000001",
            secretKey: Secret(copying: Array("SKexample0000000000000000000000000000000001".utf8)),
            securityToken: row.token.map { Secret(copying: Array($0.utf8)) }, scope: row.scope)
        let signed = HuaweiSigner(credentials).sign(row.request, at: now)
        let canonical = CanonicalRequest(signed)
        #expect(Digest(of: canonical.lines).hex == row.canonical, "\(canonical.lines)")
        #expect(
            signed.headers["Authorization"]
                == "SDK-HMAC-SHA256 Access=AKEXAMPLE00000000001, SignedHeaders=\(row.signedHeaders), "
                + "Signature=\(row.signature)")
        #expect(signed.headers["X-Sdk-Date"] == "20250102T030405Z")
        #expect(signed.headers["Host"] == row.request.endpoint.authority)
        let query = signed.query.map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
        #expect(signed.path.text + (query.isEmpty ? "" : "?" + query.joined(separator: "&")) == row.target)
        // Signing what is signed changes nothing: an attempt is signed anew.
        let again = HuaweiSigner(credentials).sign(signed, at: now)
        #expect(again.headers["Authorization"] == signed.headers["Authorization"])
    }

    @Test func `the canonical request is laid out as published`() throws {
        let now = try #require(Instant(rfc3339: "2025-01-02T03:04:05Z"))
        let signed = HuaweiSigner(
            HuaweiCredentials(
                accessKey: "AK", secretKey: Secret(copying: Array("SK".utf8)),
                scope: .account("d78cbac186b744899480f25bd022f468"))
        ).sign(vectors[0].request, at: now)
        #expect(
            CanonicalRequest(signed).lines == """
                POST
                /v3.0/OS-USER/users/

                content-type:application/json;charset=utf8
                host:iam.ap-southeast-1.myhuaweicloud.com
                x-domain-id:d78cbac186b744899480f25bd022f468
                x-sdk-date:20250102T030405Z

                content-type;host;x-domain-id;x-sdk-date
                634eb402b29c358fb4f447c0dbb6a7905dfef2920f6b681dd7388e05ac59acb4
                """)
        #expect(
            stringToSign(CanonicalRequest(signed), "20250102T030405Z") == """
                SDK-HMAC-SHA256
                20250102T030405Z
                c626025f097da3e2add81649e6635c72c8f8237548eb898938c473537ef058c7
                """)
    }

    @Test func `what signs is in no text`() throws {
        let credentials = HuaweiCredentials(
            accessKey: "AK", secretKey: Secret(copying: Array("canary-key".utf8)),
            securityToken: Secret(copying: Array("canary-token".utf8)), scope: .own)
        let signed = HuaweiSigner(credentials).sign(
            HTTPRequest(.get, huaweiEndpoint, "/v3/users"), at: Instant(epochSeconds: 0))
        var dumped = ""
        dump(signed, to: &dumped)
        dump(credentials, to: &dumped)
        dump(HuaweiSigner(credentials), to: &dumped)
        dump(CanonicalRequest(signed), to: &dumped)
        for text in [dumped, "\(signed)", "\(signed.headers)", String(reflecting: signed), "\(credentials)"] {
            #expect(!text.contains("canary"))
            #expect(!text.contains("SDK-HMAC"))
        }
        // It was there to be shown.
        #expect(signed.headers["x-security-token"] == "canary-token")
    }
}

/// What the vectors ask.
let huaweiEndpoint = endpoint("https://iam.ap-southeast-1.myhuaweicloud.com")

/// An endpoint that is written in a test.
func endpoint(_ text: String) -> Endpoint {
    guard let endpoint = try? Endpoint(parsing: text) else { preconditionFailure("`\(text)` is an endpoint") }
    return endpoint
}
