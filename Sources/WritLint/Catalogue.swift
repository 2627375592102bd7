/// Every rule, in the order of the codes: one line each.
///
/// A rule is on where it has a line here. Pages and schemas are made from it.
package let ruleCatalogue: [Rule] = [
    // Syntax
    .unreadableDocument,
    .unknownElement,
    .missingStatement,
    .invalidEffect,
    .unclearAction,
    .unclearResource,
    .wrongVersion,
    .oldVersion,
    .wrongType,
    .misplacedElement,
    .duplicateSid,
    .invalidSid,
    .largeDocument,
    .emptyElement,
    .strayCharacter,
    .retypedScalar,
    .forbiddenWildcard,
    .wrongActionSegments,
    .malformedResource,
    .wrongResourceScope,
    .uppercaseService,
    .malformedVariable,
    .malformedPrincipal,
    .malformedProvider,

    // Catalog

    // Condition

    // Privilege
    .fullAdmin,

    // Escalation

    // Trust

    // Redundancy
    .duplicateEntry,

    // Object

    // Settings

    // Hygiene
    .unnamedStatement,
    .unsortedList,
    .unusedWaiver,
    .expiredWaiver,
    .scalarForList,
    .longStatement,
    .misleadingName,
    .spelledOutReads,
    .invalidWaiver,

    // Limit
    .tooManyStatements,
    .tooManyActions,
    .tooManyResources,
    .tooManyConditions,
    .longEntry,
    .mixedAgencyPaths,
    .mixedServiceScopes,
    .tooManyAttachments,
    .tooManyProjects,
    .invalidName,
    .invalidText,
    .shortSession,
    .tooManyObjects,

    // Portability
]
