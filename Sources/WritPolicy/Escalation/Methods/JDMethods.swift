/// Methods of JD Cloud.
///
/// Source: the operations of JD Cloud's identity SDK; names with † are not in it.
let jdMethods: [EscalationMethod] = [
    .raising(
        "update-policy", "rewrites a policy it holds", EscalationNeed("iam:updatePolicy", on: .ownPolicy)),
    .raising(
        "add-permissions-to-sub-user", "writes permissions into itself",
        EscalationNeed("iam:addPermissionsToSubUser", on: .actor)),
    .raising(
        "update-permission", "rewrites a permission of its own",
        EscalationNeed("iam:updatePermission", on: .anything), severity: .high,
        proviso: "it holds a permission of the older kind"),
    .raising(
        "attach-sub-user-policy", "attaches any policy to itself",
        EscalationNeed("iam:attachSubUserPolicy", on: .actor)),
    .raising(
        "attach-group-policy", "attaches any policy to a group it is in",
        EscalationNeed("iam:attachGroupPolicy", on: .ownGroup)),
    .raising(
        "attach-role-policy", "attaches any policy to a role it can assume,",
        EscalationNeed("iam:attachRolePolicy", on: .target), through: .agency(.assumed)),
    .becoming(
        "add-sub-user-to-group", "joins", .group, EscalationNeed("iam:addSubUserToGroup", on: .target)),
    .becoming(
        "create-sub-user-access-key", "makes an access key of", .user,
        EscalationNeed("iam:createSubUserAccessKey", on: .target)),
    .becoming(
        "read-sub-user-access-keys", "reads the access keys of", .user,
        EscalationNeed("iam:getSubUserAccessKeys", on: .target), severity: .high,
        proviso: "the user has a key"),
    .becoming(
        "enable-sub-user-access-key", "wakes up an access key of", .user,
        EscalationNeed("iam:enableSubUserAccessKey", on: .target), severity: .high,
        proviso: "it knows a key of the user's that is switched off"),
    .becoming(
        "update-sub-user", "resets the password of", .user, EscalationNeed("iam:updateSubUser", on: .target)),
    .becoming(
        "update-assume-role-policy", "changes whom to trust of", .agency(.rewritten),
        EscalationNeed("iam:updateAssumeRolePolicy", on: .target)),
    .becoming(
        "assume-role", "assumes", .agency(.assumed), EscalationNeed("sts:assumeRole", on: .entry)),
    .raising(
        "create-strong-role", "makes a role that may do anything",
        EscalationNeed("iam:createRole", "iam:copyRole", on: .newAgency),
        EscalationNeed("iam:attachRolePolicy", on: .newAgency)),
    .raising(
        "create-strong-sub-user", "makes a user that may do anything",
        EscalationNeed("iam:createSubUser", on: .newUser),
        EscalationNeed("iam:attachSubUserPolicy", on: .newUser)),
    .becoming(
        "pass-role-to-server", "starts a server under", .agency(.carried(["vm"])),
        EscalationNeed("iam:passRole†", on: .target, .service),
        EscalationNeed("vm:createInstances†", on: .anything)),
]
