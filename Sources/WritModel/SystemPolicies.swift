/// The policies built into the account.
package enum SystemPolicies {
    /// By name.
    package static let all: [String: PolicyDocument] = [:]
}
