/// Keys, in lower case, that tell of a second factor.
let secondFactorKeys: Set<String> = [
    "aws:multifactorauthpresent", "aws:multifactorauthage", "g:mfapresent", "g:mfaage",
]

/// Keys, in lower case, that tell where a request comes from.
let networkKeys: Set<String> = [
    "aws:sourceip", "aws:vpcsourceip", "aws:sourcevpc", "aws:sourcevpce", "g:sourceip", "g:vpcsourceip",
    "g:sourcevpc", "g:sourcevpce", "volc:sourceip", "volc:sourcevpc",
]

/// Keys, in lower case, whose values only some callers have: an account, an organization, a principal, the resource a service acts for.
let callerKeys: Set<String> = [
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:userid",
    "aws:username", "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceowner",
    "aws:sourceorgpaths", "aws:sourcevpc", "aws:sourcevpce", "kms:calleraccount",
    "g:principalaccount", "g:domainid", "g:domainname", "g:principalurn", "g:principalorgid",
    "g:principalorgpath", "g:principalid", "g:userid", "g:username", "g:sourceaccount", "g:sourceurn",
    "g:sourcevpc", "g:sourcevpce", "volc:principaltrn", "volc:username", "volc:principalaccount", "accountid",
    "name",
]

/// The key, in lower case, of the id that two accounts agree on.
///
/// Huawei Cloud's name for it is not on its pages; it follows AWS's.
let externalIDKey = "sts:externalid"
