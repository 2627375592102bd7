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
    .rewritablePolicy,
    .selfGranting,
    .joinableGroup,
    .mintableCredential,
    .rewritableTrust,
    .passedAgency,
    .hijackableCompute,
    .editableFederation,
    .removableFactor,
    .weakenableAccount,
    .escalationChain,
    .assumeCycle,
    .administeringCompute,
    .dangerousCombination,
    .newEscalationPath,
    .droppedGuard,

    // Trust

    // Redundancy
    .duplicateEntry,
    .coveredEntry,
    .coveredStatement,
    .shadowedAllow,
    .idleDeny,
    .cutAllow,
    .idleGrant,
    .splitStatement,
    .overlappingPolicy,
    .copiedSystemPolicy,
    .emptyStatement,
    .newAccess,
    .openedAccess,
    .forbiddenAccess,
    .lostAccess,
    .liveAccess,

    // Object

    // Settings

    // Hygiene
    .unusedWaiver,
    .expiredWaiver,
    .invalidWaiver,

    // Limit

    // Portability
    .foreignElement,
    .foreignOperator,
    .foreignKey,
    .foreignPattern,
    .foreignName,
    .foreignScope,
    .foreignField,
    .refusedName,
]
