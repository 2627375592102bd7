package import WritModel

/// An access key, and in whose name it is used.
package struct HuaweiCredentials: Sendable {
    /// What the key speaks for.
    package enum Scope: Hashable, Sendable {
        /// An account, by its id: what IAM wants.
        case account(String)
        /// A project, by its id.
        case project(String)
        /// What the key says itself.
        case own
    }

    /// The public half.
    package var accessKey: String
    /// The secret half.
    package var secretKey: Secret
    /// What comes with keys that are good for hours only.
    package var securityToken: Secret?
    /// What it speaks for.
    package var scope: Scope

    /// A key.
    package init(accessKey: String, secretKey: Secret, securityToken: Secret? = nil, scope: Scope = .own) {
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.securityToken = securityToken
        self.scope = scope
    }
}
