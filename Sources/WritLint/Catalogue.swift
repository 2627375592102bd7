/// Every rule, in the order of the codes: one line each.
///
/// A rule is on where it has a line here. Pages and schemas are made from it.
package let ruleCatalogue: [Rule] = [
    // Syntax
    .invalidEffect,

    // Catalog

    // Condition

    // Privilege
    .fullAdmin,

    // Escalation

    // Trust

    // Redundancy
    .duplicateEntry,

    // Object
    .danglingReference,
    .duplicateObject,
    .directAttachment,
    .emptyGroup,
    .userWithoutGroup,
    .unattachedPolicy,
    .groupWithoutPolicy,
    .administratorWithoutMfa,
    .consoleWithoutMfa,
    .mixedCredentials,
    .severalActiveKeys,
    .longLivedKey,
    .tooManyAdministrators,
    .quotaExceeded,
    .combinedDuties,
    .exclusiveGroups,
    .wideScope,
    .doublePath,
    .disabledUserAccess,
    .serviceUserConsole,
    .plaintextSecret,
    .brokenConvention,
    .systemObject,
    .renameAsReplacement,
    .blastRadius,
    .expiredAttachment,

    // Settings
    .shortPassword,
    .fewCharacterClasses,
    .shortPasswordHistory,
    .longPasswordValidity,
    .cycledPasswordHistory,
    .repeatedCharacters,
    .userNameInPassword,
    .weakenedSetting,
    .settingOutOfRange,

    // Hygiene
    .unusedWaiver,
    .expiredWaiver,
    .invalidWaiver,

    // Limit

    // Portability
]
