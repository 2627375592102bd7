import Testing
import WritHTTP
import WritModel

@testable import WritHuawei

/// What a login asks, and what is read from its answer.
@Suite struct LoginTests {
    private func text(_ request: HTTPRequest) -> String? {
        request.body?.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    private func secret(_ text: String) -> Secret { Secret(copying: Array(text.utf8)) }

    @Test func `a login with a password`() throws {
        let login = PasswordLogin(account: "acme", user: #"a"b"#, password: secret("p\"\\\u{7}é日"))
        let request = tokenRequest(huaweiEndpoint, login, scope: .account(id: "d1"))
        #expect(
            text(request)
                == #"{"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"a\"b","#
                + #""password":"p\"\\\u0007é日","domain":{"name":"acme"}}}},"scope":{"domain":{"id":"d1"}}}}"#)
        // What was escaped is what a reader gets.
        let read = try request.body?.json()["auth"]?["identity"]?["password"]?["user"]?["password"]
        #expect(read?.string == "p\"\\\u{7}é日")
        #expect(request.description == "POST https://iam.ap-southeast-1.myhuaweicloud.com/v3/auth/tokens")
        #expect(request.query == [QueryItem("nocatalog", "true")])
        #expect(request.isRepeatable)
        var dumped = "\(login)"
        dump(request, to: &dumped)
        dump(login, to: &dumped)
        #expect(!dumped.contains("é日"))
    }

    @Test func `a code is sent once`() {
        let proof = PasswordLogin.SecondProof(userID: "u1", passcode: secret("123456"))
        let login = PasswordLogin(account: "acme", user: "ann", password: secret("p"), secondProof: proof)
        let request = tokenRequest(huaweiEndpoint, login, scope: .projectNamed("cn-north-4"))
        #expect(
            text(request)
                == #"{"auth":{"identity":{"methods":["password","totp"],"password":{"user":{"name":"ann","#
                + #""password":"p","domain":{"name":"acme"}}},"totp":{"user":{"id":"u1","passcode":"123456"}}},"#
                + #""scope":{"project":{"name":"cn-north-4"}}}}"#)
        #expect(!request.isRepeatable)
    }

    @Test func `agencies are asked for with a token`() throws {
        let token = agencyTokenRequest(
            huaweiEndpoint, token: secret("canary"), agency: "audit", ofAccount: "acme",
            scope: .accountNamed("acme"))
        #expect(token.headers["X-Auth-Token"] == "canary")
        #expect(!"\(token.headers)".contains("canary"))
        #expect(
            text(token)
                == #"{"auth":{"identity":{"methods":["assume_role"],"assume_role":{"domain_name":"acme","#
                + #""agency_name":"audit"}},"scope":{"domain":{"name":"acme"}}}}"#)
        let key = agencyKeyRequest(
            huaweiEndpoint, token: secret("canary"), agency: "audit", ofAccount: "acme", seconds: 1800)
        #expect(key.path.text == "/v3.0/OS-CREDENTIAL/securitytokens")
        #expect(
            try key.body?.json()["auth"]?["identity"]?["assume_role"]?["duration_seconds"]?.integer == 1800)
        let assumed = assumeAgencyRequest(
            huaweiEndpoint, agency: "iam::d1:agency:audit", session: "writ", externalID: "x1")
        #expect(
            text(assumed) == #"{"agency_urn":"iam::d1:agency:audit","agency_session_name":"writ","#
                + #""duration_seconds":3600,"external_id":"x1"}"#)
        #expect(callerIdentityRequest(huaweiEndpoint).path.text == "/v5/caller-identity")
    }

    private func tokenAnswer(status: Int = 201, token: String? = "canary", expiry: String) -> HTTPResponse {
        var headers = HTTPHeaders()
        if let token { headers.add("X-Subject-Token", token) }
        return HTTPResponse(
            status: status, headers: headers,
            body: HTTPBody(#"{"token":{"expires_at":"\#(expiry)","domain":{"id":"d1","name":"acme"}}}"#))
    }

    @Test func `a token is read from header and body`() throws {
        let token = try #require(readToken(tokenAnswer(expiry: "2020-01-10T08:25:21.000000Z")))
        #expect(token.expiresAt == Instant(rfc3339: "2020-01-10T08:25:21Z"))
        #expect(token.accountID == "d1")
        #expect(token.secret.withBytes { String(decoding: $0, as: UTF8.self) } == "canary")
        #expect(readToken(tokenAnswer(status: 200, expiry: "2020-01-10T08:25:21.000000Z")) == nil)
        #expect(readToken(tokenAnswer(token: nil, expiry: "2020-01-10T08:25:21.000000Z")) == nil)
        #expect(readToken(tokenAnswer(token: "", expiry: "2020-01-10T08:25:21.000000Z")) == nil)
        #expect(readToken(tokenAnswer(expiry: "soon")) == nil)
    }

    @Test(arguments: [
        #"{"credentials":{"access_key_id":"AK","secret_access_key":"SK","security_token":"T","expiration":"2025-01-02T03:04:05Z"}}"#,
        #"{"credential":{"access":"AK","secret":"SK","securitytoken":"T","expires_at":"2025-01-02T03:04:05.000000Z"}}"#,
    ])
    func `temporary keys of STS and of IAM are read`(_ body: String) throws {
        let key = try #require(
            readTemporaryKey(HTTPResponse(status: 201, body: HTTPBody(body)), scope: .account("d1")))
        #expect(key.credentials.accessKey == "AK")
        #expect(key.credentials.scope == .account("d1"))
        #expect(key.credentials.secretKey.withBytes { Array($0) } == Array("SK".utf8))
        #expect(key.credentials.securityToken?.withBytes { Array($0) } == Array("T".utf8))
        #expect(key.expiresAt == Instant(rfc3339: "2025-01-02T03:04:05Z"))
        #expect(readTemporaryKey(HTTPResponse(status: 403, body: HTTPBody(body)), scope: .own) == nil)
        for word in ["AK", "SK", "\"T\"", "2025-01-02"] {
            let broken = body.replacing(word, with: word == "\"T\"" ? "\"\"" : "")
            #expect(readTemporaryKey(HTTPResponse(status: 201, body: HTTPBody(broken)), scope: .own) == nil)
        }
    }
}
