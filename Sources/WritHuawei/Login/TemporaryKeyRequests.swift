package import WritHTTP
package import WritModel

/// Asks STS for keys of an agency, good for a while.
///
/// - Parameters:
///   - agency: its URN.
///   - session: what the audit log shows as who uses it: 2 to 128 characters.
///   - seconds: 900 to 43,200, and no more than the agency allows.
package func assumeAgencyRequest(
    _ endpoint: Endpoint, agency: String, session: String, seconds: Int = 3600, externalID: String? = nil
) -> HTTPRequest {
    var members = [
        JSONValue.Member("agency_urn", .string(agency)),
        JSONValue.Member("agency_session_name", .string(session)),
        JSONValue.Member("duration_seconds", .integer(seconds)),
    ]
    if let externalID { members.append(JSONValue.Member("external_id", .string(externalID))) }
    return HTTPRequest(
        .post, endpoint, "/v5/agencies/assume", headers: jsonHeaders,
        body: HTTPBody(JSONValue.object(members).compactText), repetition: .declaredSafe)
}

/// Asks IAM for keys of an agency of another account, good for a while, with a token of who may use it.
package func agencyKeyRequest(
    _ endpoint: Endpoint, token: Secret, agency: String, ofAccount account: String, seconds: Int = 900
) -> HTTPRequest {
    let body: JSONValue = [
        "auth": [
            "identity": [
                "methods": ["assume_role"],
                "assume_role": [
                    "domain_name": .string(account), "agency_name": .string(agency),
                    "duration_seconds": .integer(seconds),
                ],
            ]
        ]
    ]
    var headers = jsonHeaders
    headers.set("X-Auth-Token", token)
    return HTTPRequest(
        .post, endpoint, "/v3.0/OS-CREDENTIAL/securitytokens", headers: headers,
        body: HTTPBody(body.compactText), repetition: .declaredSafe)
}

/// Asks STS who asks.
package func callerIdentityRequest(_ endpoint: Endpoint) -> HTTPRequest {
    HTTPRequest(.get, endpoint, "/v5/caller-identity")
}

/// Keys that are good for a while.
package struct TemporaryKey: Sendable {
    /// The key, with its security token.
    package let credentials: HuaweiCredentials
    /// Until when, by the server's clock.
    package let expiresAt: Instant
}

/// The keys that an answer of STS or IAM holds; `nil` for any other answer.
///
/// - Parameter scope: what they are used for.
package func readTemporaryKey(_ response: HTTPResponse, scope: HuaweiCredentials.Scope) -> TemporaryKey? {
    guard (200...299).contains(response.status), let body = try? response.body.json() else { return nil }
    let names =
        body["credentials"] != nil
        ? ("access_key_id", "secret_access_key", "security_token", "expiration")
        : ("access", "secret", "securitytoken", "expires_at")
    guard let key = body["credentials"] ?? body["credential"],
        let access = key[names.0]?.string, let secret = key[names.1]?.string,
        let token = key[names.2]?.string, let expiry = key[names.3]?.string,
        !access.isEmpty, !secret.isEmpty, !token.isEmpty, let expiresAt = Instant(rfc3339: expiry)
    else { return nil }
    return TemporaryKey(
        credentials: HuaweiCredentials(
            accessKey: access, secretKey: Secret(copying: Array(secret.utf8)),
            securityToken: Secret(copying: Array(token.utf8)), scope: scope),
        expiresAt: expiresAt)
}
