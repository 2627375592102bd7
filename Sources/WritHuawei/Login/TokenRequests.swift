package import WritHTTP
package import WritModel

/// What a token is for.
package enum TokenScope: Hashable, Sendable {
    case account(id: String)
    case accountNamed(String)
    case project(id: String)
    case projectNamed(String)

    fileprivate var json: JSONValue {
        switch self {
        case .account(let id): ["domain": ["id": .string(id)]]
        case .accountNamed(let name): ["domain": ["name": .string(name)]]
        case .project(let id): ["project": ["id": .string(id)]]
        case .projectNamed(let name): ["project": ["name": .string(name)]]
        }
    }
}

/// A login with a password.
package struct PasswordLogin: Sendable {
    /// The account's name.
    package var account: String
    /// The user's name.
    package var user: String
    /// The password.
    package var password: Secret
    /// The second proof, of users who have to give one.
    package var secondProof: SecondProof?

    /// The code of a virtual MFA device, good for half a minute and once.
    package struct SecondProof: Sendable {
        /// The user's id.
        package var userID: String
        /// The code.
        package var passcode: Secret

        /// The two.
        package init(userID: String, passcode: Secret) {
            self.userID = userID
            self.passcode = passcode
        }
    }

    /// A login.
    package init(account: String, user: String, password: Secret, secondProof: SecondProof? = nil) {
        self.account = account
        self.user = user
        self.password = password
        self.secondProof = secondProof
    }
}

private let tokenPath: RequestPath = "/v3/auth/tokens"

/// Asks for a token with a password.
///
/// It may be sent again, as a second token harms nobody; one with a code of an MFA device may not, as the code is good
/// once.
package func tokenRequest(_ endpoint: Endpoint, _ login: PasswordLogin, scope: TokenScope) -> HTTPRequest {
    let user = SecretJSON.object([
        "name": .plain(.string(login.user)), "password": .secret(login.password),
        "domain": .plain(["name": .string(login.account)]),
    ])
    let identity: SecretJSON
    if let proof = login.secondProof {
        let code = SecretJSON.object([
            "id": .plain(.string(proof.userID)), "passcode": .secret(proof.passcode),
        ])
        identity = .object([
            "methods": .plain(["password", "totp"]), "password": .object(["user": user]),
            "totp": .object(["user": code]),
        ])
    } else {
        identity = .object(["methods": .plain(["password"]), "password": .object(["user": user])])
    }
    let body = SecretJSON.object(["auth": .object(["identity": identity, "scope": .plain(scope.json)])])
    return HTTPRequest(
        .post, endpoint, tokenPath, query: [QueryItem("nocatalog", "true")], headers: jsonHeaders,
        body: body.body, repetition: login.secondProof == nil ? .declaredSafe : .never)
}

/// Asks for a token of an agency of another account.
///
/// - Parameter token: of who may use the agency.
package func agencyTokenRequest(
    _ endpoint: Endpoint, token: Secret, agency: String, ofAccount account: String, scope: TokenScope
) -> HTTPRequest {
    let body: JSONValue = [
        "auth": [
            "identity": [
                "methods": ["assume_role"],
                "assume_role": ["domain_name": .string(account), "agency_name": .string(agency)],
            ],
            "scope": scope.json,
        ]
    ]
    var headers = jsonHeaders
    headers.set("X-Auth-Token", token)
    return HTTPRequest(
        .post, endpoint, tokenPath, query: [QueryItem("nocatalog", "true")], headers: headers,
        body: HTTPBody(body.compactText), repetition: .declaredSafe)
}

/// What every request with a body says of it.
let jsonHeaders = HTTPHeaders(["Content-Type": "application/json;charset=utf8"])

/// A token.
package struct HuaweiToken: Sendable {
    /// What goes into `X-Auth-Token`.
    package let secret: Secret
    /// Until when it is good, by the server's clock.
    package let expiresAt: Instant
    /// The id of the account that it speaks for, where the answer says so.
    package let accountID: String?
}

/// The token that an answer holds; `nil` for any other answer.
package func readToken(_ response: HTTPResponse) -> HuaweiToken? {
    guard response.status == 201, let secret = response.headers.secret("X-Subject-Token"), secret.count > 0,
        let token = (try? response.body.json())?["token"],
        let expiresAt = token["expires_at"]?.string.flatMap({ Instant(rfc3339: $0) })
    else { return nil }
    let account = token["domain"] ?? token["project"]?["domain"]
    return HuaweiToken(secret: secret, expiresAt: expiresAt, accountID: account?["id"]?.string)
}
