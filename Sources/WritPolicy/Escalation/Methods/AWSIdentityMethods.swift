/// Methods of AWS that need nothing but the identity service, one action each, and those of the same classes that
/// cloudsplaining has no set for.
///
/// Source: cloudsplaining 0.9.1 (BSD-3-Clause), in its order; the last five: Rhino Security Labs, pathfinding.cloud.
let awsIdentityMethods: [EscalationMethod] = [
    .becoming(
        "create-access-key", "makes an access key of", .user,
        EscalationNeed("iam:CreateAccessKey", on: .target)),
    .becoming(
        "create-login-profile", "gives a password to", .user,
        EscalationNeed("iam:CreateLoginProfile", on: .target),
        proviso: "the user has no password yet"),
    .becoming(
        "update-login-profile", "resets the password of", .user,
        EscalationNeed("iam:UpdateLoginProfile", on: .target)),
    .becoming(
        "add-user-to-group", "joins", .group, EscalationNeed("iam:AddUserToGroup", on: .target)),
    .raising(
        "create-new-policy-version", "rewrites a policy it holds",
        EscalationNeed("iam:CreatePolicyVersion", on: .ownPolicy)),
    .raising(
        "set-existing-default-policy-version", "brings back another version of a policy it holds",
        EscalationNeed("iam:SetDefaultPolicyVersion", on: .ownPolicy), severity: .high,
        proviso: "an earlier version says more"),
    .raising(
        "attach-user-policy", "attaches any policy to itself",
        EscalationNeed("iam:AttachUserPolicy", on: .actor, .administratorPolicy)),
    .raising(
        "attach-group-policy", "attaches any policy to a group it is in",
        EscalationNeed("iam:AttachGroupPolicy", on: .ownGroup, .administratorPolicy)),
    .raising(
        "attach-role-policy", "attaches any policy to a role it can assume,",
        EscalationNeed("iam:AttachRolePolicy", on: .target, .administratorPolicy),
        through: .agency(.assumed)),
    .raising(
        "put-user-policy", "writes a policy into itself", EscalationNeed("iam:PutUserPolicy", on: .actor)),
    .raising(
        "put-group-policy", "writes a policy into a group it is in",
        EscalationNeed("iam:PutGroupPolicy", on: .ownGroup)),
    .raising(
        "put-role-policy", "writes a policy into a role it can assume,",
        EscalationNeed("iam:PutRolePolicy", on: .target), through: .agency(.assumed)),
    .becoming(
        "update-role-policy-to-assume-it", "changes whom to trust of", .agency(.rewritten),
        EscalationNeed("iam:UpdateAssumeRolePolicy", on: .target)),
    .becoming(
        "assume-role", "assumes", .agency(.assumed), EscalationNeed("sts:AssumeRole", on: .entry)),
    .becoming(
        "update-access-key", "wakes up an access key of", .user,
        EscalationNeed("iam:UpdateAccessKey", on: .target), severity: .high,
        proviso: "it knows a key of the user's that is switched off"),
    .raising(
        "create-strong-role", "makes a role that may do anything",
        EscalationNeed("iam:CreateRole", on: .newAgency),
        EscalationNeed("iam:AttachRolePolicy", "iam:PutRolePolicy", on: .newAgency, .administratorPolicy)),
    .raising(
        "create-strong-user", "makes a user that may do anything",
        EscalationNeed("iam:CreateUser", on: .newUser),
        EscalationNeed("iam:AttachUserPolicy", "iam:PutUserPolicy", on: .newUser, .administratorPolicy),
        EscalationNeed("iam:CreateAccessKey", "iam:CreateLoginProfile", on: .newUser)),
    .raising(
        "update-saml-provider", "replaces the metadata of an identity provider",
        EscalationNeed("iam:UpdateSAMLProvider", on: .anything), severity: .high,
        proviso: "a role that trusts the provider may do anything"),
]

/// Methods of AWS that need several actions of the identity service.
///
/// Source: cloudsplaining 0.9.1 (BSD-3-Clause), in its order.
let awsCombinedMethods: [EscalationMethod] = [
    .becoming(
        "create-and-rotate-access-key", "replaces an access key of", .user,
        EscalationNeed("iam:CreateAccessKey", on: .target), EscalationNeed("iam:DeleteAccessKey", on: .target)
    ),
    .raising(
        "attach-user-policy-then-create-access-key", "attaches any policy to, and makes a key of,",
        EscalationNeed("iam:AttachUserPolicy", on: .target, .administratorPolicy),
        EscalationNeed("iam:CreateAccessKey", on: .target), through: .user),
    .raising(
        "create-policy-version-then-assume-role", "rewrites a policy of, and assumes,",
        EscalationNeed("iam:CreatePolicyVersion", on: .targetPolicy),
        EscalationNeed("sts:AssumeRole", on: .entry), through: .agency(.assumed)),
    .raising(
        "put-user-policy-then-create-access-key", "writes a policy into, and makes a key of,",
        EscalationNeed("iam:PutUserPolicy", on: .target), EscalationNeed("iam:CreateAccessKey", on: .target),
        through: .user),
    .raising(
        "attach-role-policy-then-update-assume-role-policy",
        "attaches any policy to, and changes whom to trust of,",
        EscalationNeed("iam:AttachRolePolicy", on: .target, .administratorPolicy),
        EscalationNeed("iam:UpdateAssumeRolePolicy", on: .target), through: .agency(.rewritten)),
    .raising(
        "create-policy-version-then-update-assume-role-policy",
        "rewrites a policy of, and changes whom to trust of,",
        EscalationNeed("iam:CreatePolicyVersion", on: .targetPolicy),
        EscalationNeed("iam:UpdateAssumeRolePolicy", on: .target), through: .agency(.rewritten)),
    .raising(
        "put-role-policy-then-update-assume-role-policy",
        "writes a policy into, and changes whom to trust of,",
        EscalationNeed("iam:PutRolePolicy", on: .target),
        EscalationNeed("iam:UpdateAssumeRolePolicy", on: .target), through: .agency(.rewritten)),
]
