internal import WritModel

/// What it may do to access that a field goes from one value to another; `nil` is no value, or none that the
/// store can show.
func dangerOf(_ field: Field, from before: Value?, to after: Value?) -> Danger {
    switch field {
    case .document, .trustPolicy:
        guard case .document(let new)? = after else { return .narrows }
        return DocumentDiff(from: document(before), to: new).danger
    case .enabled, .consoleEnabled, .programmatic:
        return after == .boolean(true) ? .widens : .narrows
    case .consoleResetAtNextLogin, .mfaRequired, .forbidUserName, .protectionEnabled:
        return after == .boolean(true) ? .other : .widens
    case .consoleProtection, .operationProtection, .requiredClasses:
        return items(before).isSubset(of: items(after)) ? .other : .widens
    case .consoleAllowFrom, .apiAllowFrom:
        return after.admittedRanges.allSatisfy(before.admittedRanges.cover) ? .narrows : .widens
    case .trust, .accessKeysKeys, .selfService:
        return items(after).isSubset(of: items(before)) ? .narrows : .widens
    case .accessKeysMax, .maxSessionSeconds, .maximumRepeats:
        return number(after) > number(before) ? .widens : .narrows
    case .lockoutFailures, .sessionIdleMinutes:
        return number(after) > number(before) ? .widens : .other
    case .consoleInitialPassword: return .widens
    case .accessKeysMaxAgeDays, .accessKeysGraceDays, .validityDays, .sessionMaximumHours, .inactivityDays:
        return endless(after) > endless(before) ? .widens : .other
    case .minimumLength, .minimumCharacterClasses, .minimumAgeMinutes, .history, .lockoutMinutes,
        .lockoutWindowMinutes:
        return number(after) < number(before) ? .widens : .other
    case .duration: return days(after) > days(before) ? .widens : .narrows
    // Whoever can set these decides who signs in as whom: no such change is small.
    case .signIn, .otherLogins, .samlMetadata, .oidcIssuer, .oidcClientIDs, .oidcSigningKeys,
        .oidcThumbprints:
        return .widens
    case .mappings:
        return items(after).isSubset(of: items(before)) ? .narrows : .widens
    case .oidcAuthorizationEndpoint:
        return .widens
    // Whoever accepts it comes into the account with all that the user has.
    case .invitationEmail, .invitationPhone, .invitationAccount: return .widens
    case .displayName, .description, .oidcScopes, .oidcResponseMode, .email, .phone, .protectionVerifierEmail,
        .protectionVerifierPhone, .parent:
        return .other
    }
}

private func document(_ value: Value?) -> PolicyDocument? {
    if case .document(let document)? = value { document } else { nil }
}

private func items(_ value: Value?) -> Set<Item> {
    if case .list(let items)? = value { Set(items) } else { [] }
}

private func number(_ value: Value?) -> Int {
    if case .integer(let number)? = value { number } else { 0 }
}

/// A number of days, of which 0 and none mean no end.
private func endless(_ value: Value?) -> Int { number(value) == 0 ? .max : number(value) }

/// The days of a duration such as `30d`; `forever` has no end.
private func days(_ value: Value?) -> Int {
    guard case .text(let text)? = value else { return .max }
    return Int(text.dropLast()) ?? .max
}
