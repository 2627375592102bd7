internal import WritModel
internal import WritPolicy

extension PolicyForm {
    /// Whether the cloud keeps a field of a kind, as far as programs can set it.
    ///
    /// Source: the vendors' calls. Huawei keeps all of them; password rules of JD Cloud and Volcengine are set in the console alone.
    func keeps(_ field: Field, of kind: Kind) -> Bool {
        switch self {
        case .huaweiPolicy, .huaweiIdentity: true
        case .aws: !(awsLacks[kind]?.contains(field) ?? false)
        case .jd: kind != .passwordPolicy && !(jdLacks[kind]?.contains(field) ?? false)
        case .volcengine: kind != .passwordPolicy && !(volcengineLacks[kind]?.contains(field) ?? false)
        }
    }
}

private let awsLacks: [Kind: Set<Field>] = [
    .user: [
        .displayName, .description, .email, .phone, .consoleProtection, .operationProtection, .enabled,
        .invitationEmail, .invitationPhone, .invitationAccount,
    ],
    .group: [.displayName, .description],
    .agency: [.duration],
    .passwordPolicy: [.minimumCharacterClasses, .maximumRepeats, .forbidUserName, .minimumAgeMinutes],
]

private let jdLacks: [Kind: Set<Field>] = [
    .user: [
        .consoleProtection, .operationProtection, .enabled, .invitationEmail, .invitationPhone,
        .invitationAccount,
    ],
    .agency: [.duration],
]

private let volcengineLacks: [Kind: Set<Field>] = [
    .user: [.enabled, .invitationEmail, .invitationPhone, .invitationAccount],
    .agency: [.duration],
]
