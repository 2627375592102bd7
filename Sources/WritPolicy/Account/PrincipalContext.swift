package import WritModel

/// What a request says about the one who makes it: the keys of its context that follow from the principal and the
/// moment, and the name that trust and resource policies compare.
///
/// Source of the keys: <doc:Semantics>, "Accounts".
package struct PrincipalContext: Hashable, Sendable {
    /// Values by key.
    package var context: [String: [String]]
    /// Who asks.
    package var caller: Caller

    /// Of a principal of an account. A group stands for somebody who is in it and has no name.
    package init(_ principal: Address, account: String, dialect: Dialect, at moment: Instant) {
        let session = principal.kind == .agency
        let name = dialect.name(of: principal.kind, principal.name, account: account)
        caller = Caller(sort: dialect.accountSort, name: name, account: account)
        var values = [dialect.currentTimeKey: moment.description]
        let isUser = principal.kind == .user
        switch dialect {
        case .huawei:
            values["g:DomainId"] = account
            values["g:PrincipalAccount"] = account
            if isUser { values["g:UserName"] = principal.name }
            if isUser || session { values["g:PrincipalUrn"] = name }
        case .aws:
            values["aws:EpochTime"] = String(moment.epochSeconds)
            values["aws:PrincipalAccount"] = account
            values["aws:PrincipalType"] = session ? "AssumedRole" : "User"
            if isUser { values["aws:username"] = principal.name }
            if isUser || session { values["aws:PrincipalArn"] = name }
        case .volcengine:
            if isUser { values["volc:UserName"] = principal.name }
            if isUser || session { values["volc:PrincipalTrn"] = name }
        case .jd:
            values["accountId"] = account
            if isUser { values["name"] = principal.name }
        }
        context = values.mapValues { [$0] }
    }
}

extension Dialect {
    /// The key for the moment of the request; JD has none, so that an end has a key of Writ's own there.
    package var currentTimeKey: String {
        switch self {
        case .aws: "aws:CurrentTime"
        case .huawei: "g:CurrentTime"
        case .jd: "writ:CurrentTime"
        case .volcengine: "volc:CurrentTime"
        }
    }

    /// The full name that a principal goes by in documents: of an agency that of a session in it under Huawei, of the
    /// role itself under the others.
    package func name(of kind: Kind, _ name: String, account: String) -> String {
        switch (self, kind) {
        case (.huawei, .agency): "sts::\(account):assumed-agency:\(name)/session"
        case (.huawei, _): "iam::\(account):\(kind.rawValue):\(name)"
        case (.aws, .agency): "arn:aws:iam::\(account):role/\(name)"
        case (.aws, _): "arn:aws:iam::\(account):\(kind.rawValue)/\(name)"
        case (.jd, .agency): "jrn:iam::\(account):role/\(name)"
        case (.jd, _): "jrn:iam::\(account):\(kind.rawValue)/\(name)"
        case (.volcengine, .agency): "trn:iam::\(account):role/\(name)"
        case (.volcengine, _): "trn:iam::\(account):\(kind.rawValue)/\(name)"
        }
    }

    /// The requests of which one has to be allowed to somebody who assumes an agency, the usual one first.
    ///
    /// An agency of Huawei's older model has no trust policy, and two actions lead into it.
    func assuming(_ agency: String, account: String, hasTrustPolicy: Bool) -> [(
        action: String, resource: String
    )] {
        switch self {
        case .huawei where hasTrustPolicy:
            [("sts:agencies:assume", "iam::\(account):agency:\(agency)")]
        case .huawei:
            [
                ("iam:tokens:assume", "iam::\(account):agencies:\(agency)"),
                ("iam:agencies:assume", "iam::\(account):agencies:\(agency)"),
                ("iam:agencies:assume", "/iam/agencies/\(agency)"),
            ]
        case .aws, .volcengine: [("sts:AssumeRole", name(of: .agency, agency, account: account))]
        case .jd: [("sts:assumeRole", name(of: .agency, agency, account: account))]
        }
    }
}
