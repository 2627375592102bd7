/// Methods of Volcengine.
///
/// Source: the operations of Volcengine's identity SDK and Terraform provider; names with † are not in them.
let volcengineMethods: [EscalationMethod] = [
    .raising(
        "update-policy", "rewrites a policy it holds", EscalationNeed("iam:UpdatePolicy", on: .ownPolicy)),
    .raising(
        "attach-user-policy", "attaches any policy to itself",
        EscalationNeed("iam:AttachUserPolicy", on: .actor)),
    .raising(
        "attach-policy-in-project", "attaches any policy to itself in a project",
        EscalationNeed("iam:AttachPolicyInProject", on: .actor), severity: .high),
    .raising(
        "attach-user-group-policy", "attaches any policy to a group it is in",
        EscalationNeed("iam:AttachUserGroupPolicy", on: .ownGroup)),
    .raising(
        "attach-role-policy", "attaches any policy to a role it can assume,",
        EscalationNeed("iam:AttachRolePolicy", on: .target), through: .agency(.assumed)),
    .becoming(
        "add-user-to-group", "joins", .group, EscalationNeed("iam:AddUserToGroup", on: .target)),
    .becoming(
        "create-access-key", "makes an access key of", .user,
        EscalationNeed("iam:CreateAccessKey", on: .target)),
    .becoming(
        "update-access-key", "wakes up an access key of", .user,
        EscalationNeed("iam:UpdateAccessKey", on: .target), severity: .high,
        proviso: "it knows a key of the user's that is switched off"),
    .becoming(
        "set-login-profile", "resets the password of", .user,
        EscalationNeed("iam:UpdateLoginProfile", "iam:CreateLoginProfile", on: .target)),
    .becoming(
        "update-role", "changes whom to trust of", .agency(.rewritten),
        EscalationNeed("iam:UpdateRole", on: .target)),
    .becoming(
        "assume-role", "assumes", .agency(.assumed), EscalationNeed("sts:AssumeRole", on: .entry)),
    .raising(
        "create-strong-role", "makes a role that may do anything",
        EscalationNeed("iam:CreateRole", on: .newAgency),
        EscalationNeed("iam:AttachRolePolicy", on: .newAgency)),
    .raising(
        "create-strong-user", "makes a user that may do anything",
        EscalationNeed("iam:CreateUser", on: .newUser),
        EscalationNeed("iam:AttachUserPolicy", on: .newUser)),
    .raising(
        "change-federation", "changes whom an identity provider lets in",
        EscalationNeed(
            "iam:UpdateSAMLProvider", "iam:UpdateOIDCProvider", "iam:UpdateOAuthProvider",
            "iam:AddClientIDToOIDCProvider", "iam:AddThumbprintToOIDCProvider", on: .anything),
        severity: .high, proviso: "a role that trusts the provider may do anything"),
    .becoming(
        "pass-role-to-server", "starts a server under", .agency(.carried(["ecs"])), passRole,
        EscalationNeed("ecs:RunInstances", on: .anything)),
    .becoming(
        "pass-role-to-function", "makes a function under", .agency(.carried(["vefaas"])), passRole,
        EscalationNeed("vefaas:CreateFunction†", on: .anything)),
]

private let passRole = EscalationNeed("iam:PassRole†", on: .target, .service)
