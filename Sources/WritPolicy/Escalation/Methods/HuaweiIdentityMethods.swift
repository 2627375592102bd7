/// Methods of Huawei Cloud's newer model: identity policies of version 5.0, attached.
///
/// Source: the actions named in Huawei Cloud's pages and SDK; names with † follow their pattern and are not in them.
let huaweiIdentityMethods: [EscalationMethod] = [
    .raising(
        "create-policy-version-v5", "rewrites a policy it holds",
        EscalationNeed("iam:policies:createVersionV5", on: .ownPolicy)),
    .raising(
        "set-default-policy-version-v5", "brings back another version of a policy it holds",
        EscalationNeed("iam:policies:setDefaultVersionV5†", on: .ownPolicy), severity: .high,
        proviso: "an earlier version says more"),
    .raising(
        "attach-policy-to-self-v5", "attaches any policy to itself",
        EscalationNeed("iam:users:attachPolicyV5", on: .actor, .administratorPolicy)),
    .raising(
        "attach-policy-to-own-group-v5", "attaches any policy to a group it is in",
        EscalationNeed("iam:groups:attachPolicyV5", on: .ownGroup, .administratorPolicy)),
    .raising(
        "attach-policy-to-agency-v5", "attaches any policy to an agency it can assume,",
        EscalationNeed("iam:agencies:attachPolicyV5", on: .target, .administratorPolicy),
        through: .agency(.assumed)),
    .becoming(
        "join-group-v5", "joins", .group, EscalationNeed("iam:permissions:addUserToGroupV5", on: .target)),
    .becoming(
        "create-access-key-v5", "makes an access key of", .user,
        EscalationNeed("iam::createAccessKey", "iam:credentials:createCredentialV5†", on: .target)),
    .becoming(
        "enable-access-key-v5", "wakes up an access key of", .user,
        EscalationNeed("iam::updateAccessKey", on: .target), severity: .high,
        proviso: "it knows a key of the user's that is switched off"),
    .becoming(
        "reset-password-v5", "resets the password of", .user,
        EscalationNeed("iam:users:updateLoginProfileV5†", "iam:users:createLoginProfileV5†", on: .target)),
    .becoming(
        "change-agency-trust-v5", "changes whom to trust of", .agency(.rewritten),
        EscalationNeed("iam:agencies:updateTrustPolicyV5", on: .target)),
    .raising(
        "create-strong-agency-v5", "makes an agency that may do anything",
        EscalationNeed("iam:agencies:createV5", on: .newAgency),
        EscalationNeed("iam:agencies:attachPolicyV5", on: .newAgency, .administratorPolicy)),
    .raising(
        "create-strong-user-v5", "makes a user that may do anything",
        EscalationNeed("iam:users:createUserV5", on: .newUser),
        EscalationNeed("iam:users:attachPolicyV5", on: .newUser, .administratorPolicy)),
]
