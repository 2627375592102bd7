/// The policies and roles built into the account, with the documents that they stand for.
///
/// Source: Huawei Cloud's pages on system-defined permissions of IAM, as of ``date``.
package enum SystemPolicies {
    /// The month in which the documents were last compared with the vendor's pages.
    package static let date = "2026-11"

    /// By name.
    package static let all: [String: PolicyDocument] = [
        "FullAccess": PolicyDocument(["Version": "1.1", "Statement": [allow(["*:*:*"])]]),
        "IAM ReadOnlyAccess": PolicyDocument([
            "Version": "1.1", "Statement": [allow(["iam:*:get*", "iam:*:list*", "iam:*:check*"])],
        ]),
        // Without `iam:tokens:*`: it cannot switch roles.
        "Security Administrator": PolicyDocument([
            "Version": "1.0",
            "Statement": [
                allow([
                    "iam:agencies:*", "iam:credentials:*", "iam:groups:*", "iam:identityProviders:*",
                    "iam:mfa:*", "iam:permissions:*", "iam:projects:*", "iam:quotas:*", "iam:roles:*",
                    "iam:users:*", "iam:securitypolicies:*",
                ])
            ],
        ]),
        "Agent Operator": PolicyDocument(["Version": "1.0", "Statement": [allow(["iam:tokens:assume"])]]),
        "Tenant Guest": PolicyDocument([
            "Version": "1.1",
            "Statement": [
                allow(["obs:*:get*", "obs:*:list*", "obs:*:head*"]),
                allow(["*:*:get*", "*:*:list*", "*:*:head*"], condition: outsideIAM),
            ],
        ]),
        "Tenant Administrator": PolicyDocument([
            "Version": "1.1",
            "Statement": [allow(["obs:*:*"]), allow(["*:*:*"], condition: outsideIAM)],
        ]),
    ]

    private static let outsideIAM: JSONValue = [
        "StringNotEqualsIgnoreCase": ["g:ServiceName": ["iam"]]
    ]

    private static func allow(_ actions: [String], condition: JSONValue? = nil) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("Effect", "Allow"), .init("Action", .array(actions.map(JSONValue.string))),
        ]
        if let condition { members.append(.init("Condition", condition)) }
        return .object(members)
    }
}
