/// Every rule, in the order of the codes: one line each.
///
/// A rule is on where it has a line here. Pages and schemas are made from it.
package let ruleCatalogue: [Rule] = [
    // Syntax
    .invalidEffect,

    // Catalog
    .unknownService,
    .unknownAction,
    .unmatchedWildcard,
    .actionLetterCase,
    .retiredAction,
    .mismatchedResourceType,
    .unscopedAction,
    .foreignConditionKey,
    .unknownGlobalKey,
    .oldActionCatalog,
    .mixedPermissionModels,
    .unsupportedTagCondition,
    .missingDependentAction,

    // Condition
    .unknownConditionOperator,
    .unfitConditionValue,
    .textOperatorOnTypedKey,
    .wildcardInPlainValue,
    .invalidNullValue,
    .suffixedNull,
    .allValuesWithoutPresence,
    .qualifierOnSingleValue,
    .anyValueInDeny,
    .ifExistsOnGuard,
    .negationInAllow,
    .ineffectiveMFACheck,
    .unsatisfiableCondition,
    .alwaysTrueCondition,
    .invalidAddress,
    .privateSourceAddress,
    .endedCondition,
    .unpairedConditionKey,
    .missingTagKey,
    .coveredConditionValue,
    .severalBooleans,
    .malformedConditionKey,
    .unqualifiedSetKey,
    .impliedCondition,

    // Privilege
    .fullAdmin,

    // Escalation

    // Trust

    // Redundancy
    .duplicateEntry,

    // Object

    // Settings

    // Hygiene
    .unusedWaiver,
    .expiredWaiver,
    .invalidWaiver,

    // Limit

    // Portability
]
