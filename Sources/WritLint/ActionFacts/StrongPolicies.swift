package import WritModel
internal import WritPolicy

extension Dialect {
    /// The vendor's own policies that come close to the whole account, by name.
    ///
    /// Source: the vendors' lists of system policies; Huawei's *Tenant Administrator* has all but the identity service.
    package var strongSystemPolicies: Set<String> {
        switch self {
        case .aws: ["AdministratorAccess", "IAMFullAccess", "PowerUserAccess"]
        case .huawei:
            [
                "Tenant Administrator", "Security Administrator", "FullAccess", "AdministratorAccessPolicy",
                "te_admin", "secu_admin", "IAMFullAccessPolicy",
            ]
        case .jd: ["JDCloudAdmin", "JDCloudIamAdmin"]
        case .volcengine: ["AdministratorAccess", "IAMFullAccess"]
        }
    }
}

extension LintedAccount {
    /// Whether a policy of the vendor's is one of the strong ones, whether it is written by its name or by its full name.
    package func isStrong(_ system: String) -> Bool {
        let name = system.split(separator: "/").last.map(String.init) ?? system
        return dialect.strongSystemPolicies.contains(name)
    }

    /// Whether a policy by itself makes an administrator of whoever holds it.
    package func administers(_ policy: PolicyReference, as principal: Address) -> Bool {
        guard let reading = access.policies[policy] else { return false }
        return access.administers(PolicySet([reading]), as: principal, at: asOf)
    }
}
