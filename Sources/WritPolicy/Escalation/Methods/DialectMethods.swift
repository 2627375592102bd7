package import WritModel

extension Dialect {
    /// The ways in which permissions of this dialect give more permissions, in a fixed order.
    ///
    /// Sources: for AWS the sets of cloudsplaining 0.9.1; for the others the same classes under the names of the
    /// vendors' own pages, SDKs and Terraform providers. See <doc:Escalation>.
    package var escalationMethods: [EscalationMethod] {
        switch self {
        case .aws: awsIdentityMethods + awsCombinedMethods + awsNewComputeMethods + awsExistingComputeMethods
        case .huawei: huaweiProjectMethods + huaweiIdentityMethods
        case .jd: jdMethods
        case .volcengine: volcengineMethods
        }
    }

    /// What `sort` is called where it is the resource of an action of the identity service.
    func identityResource(_ sort: IdentitySort, _ name: String, account: String) -> String {
        switch self {
        case .aws: "arn:aws:iam::\(account):\(sort.word(agency: "role"))/\(name)"
        case .huawei: "iam::\(account):\(sort.word(agency: "agency")):\(name)"
        case .jd: "jrn:iam::\(account):\(sort.word(user: "subUser", agency: "role"))/\(name)"
        case .volcengine: "trn:iam::\(account):\(sort.word(agency: "role"))/\(name)"
        }
    }

    /// The key under which a request says which policy it attaches, and the vendor's policies that make an administrator.
    ///
    /// Source: the vendors' lists of condition keys; Huawei's names of system policies are not confirmed.
    var attachedPolicy: (key: String, administrators: [String])? {
        switch self {
        case .aws:
            (
                "iam:PolicyARN",
                ["arn:aws:iam::aws:policy/AdministratorAccess", "arn:aws:iam::aws:policy/IAMFullAccess"]
            )
        case .huawei: ("iam:PolicyURN", ["iam::system:policy:AdministratorAccessPolicy"])
        case .jd, .volcengine: nil
        }
    }

    /// The key under which a request says to which service it hands an agency.
    var passedServiceKey: String? { self == .aws ? "iam:PassedToService" : nil }
}

/// A sort of object of the identity service.
enum IdentitySort {
    case user, group, policy, agency

    /// Its word in resource names.
    func word(user: String = "user", agency: String) -> String {
        switch self {
        case .user: user
        case .group: "group"
        case .policy: "policy"
        case .agency: agency
        }
    }
}
