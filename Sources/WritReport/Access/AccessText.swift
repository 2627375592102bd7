package import WritModel
package import WritPolicy

/// Who gains and loses which access, for people: most dangerous first, each row with a request that proves it.
package func render(_ comparison: AccountComparison, style: Style) -> String {
    var text = style.paint("access", .strong) + "  " + summary(comparison) + "\n"
    for change in comparison.effective { text += "\n" + render(change, style) }
    if !comparison.latent.isEmpty {
        text += "\nlater, once somebody holds the policy, joins the group, or is enabled again:\n"
        for change in comparison.latent { text += "\n" + render(change, style) }
    }
    if !comparison.routes.isEmpty { text += "\nother ways to the same access, proved:\n" }
    for route in comparison.routes { text += lines(of: route).map { "  \($0)\n" }.joined() }
    if !comparison.unknown.isEmpty { text += "\n" + style.paint("cannot be told:", .warning) + "\n" }
    for unknown in comparison.unknown { text += lines(of: unknown).map { "  \($0)\n" }.joined() }
    return text
}

/// The comparison in one line, such as `2 gained, 1 lost; 24 of 26 unchanged, proved`.
package func summary(_ comparison: AccountComparison) -> String {
    if comparison.isUnchanged {
        return "nobody gains or loses anything: proved for all \(comparison.principalCount) users and agencies"
    }
    let counts = AccessDirection.allCases.compactMap { direction -> String? in
        let count = comparison.effective.count { $0.direction == direction }
        return count == 0 ? nil : "\(count) \(direction.rawValue)"
    }
    var parts = counts.isEmpty ? ["nothing changes now"] : [counts.joined(separator: ", ")]
    if !comparison.latent.isEmpty { parts.append("\(comparison.latent.count) later") }
    if !comparison.unknown.isEmpty {
        parts.append("\(comparison.unknown.reduce(0) { $0 + $1.principals.count }) cannot be told")
    }
    parts.append("\(comparison.unchangedCount) of \(comparison.principalCount) users and agencies unchanged, proved")
    return parts.joined(separator: "; ")
}

private func render(_ change: AccessChange, _ style: Style) -> String {
    let lines = lines(of: change)
    let role: Style.Role = change.direction == .gained ? .added : .removed
    let sign = change.direction == .gained ? "+" : "-"
    var text = style.paint("\(sign) \(lines[0])", role) + "\n"
    for line in lines.dropFirst() { text += "    \(line)\n" }
    return text
}

/// A change in lines: what gives the access, what it is, whose it is, a request, and what was or is in its way. Escaped for terminals.
package func lines(of change: AccessChange) -> [String] {
    let verb = change.direction == .gained ? "gained by" : "lost with"
    var head = "\(verb) \(change.source.words), \(change.statement.words)"
    if change.danger >= .sensitive { head += "  [\(change.danger.words)]" }
    var lines = [head, patterns(change)]
    let conditions = change.statement.conditions.map(\.words)
    if !conditions.isEmpty { lines.append("if " + conditions.joined(separator: " and ")) }
    if !change.principals.isEmpty { lines.append("who: " + names(change)) }
    lines.append("such as " + requestLine(change.witness))
    if let refusal = change.refusal {
        let tense = change.direction == .gained ? "was denied by" : "now denied by"
        lines.append("\(tense) \(refusal.source.words), \(refusal.statement.words)")
    } else {
        lines.append(change.direction == .gained ? "nothing allowed it before" : "nothing allows it any more")
    }
    return lines.map(terminalSafe)
}

private func patterns(_ change: AccessChange) -> String {
    let actions = change.actions.isEmpty ? everything(but: change.statement.actions.excluded.map(\.text), "action") : listed(change.actions)
    let resources =
        change.resources.isEmpty
        ? everything(but: change.statement.resources.excluded.map(\.text), "resource") : listed(change.resources)
    return "\(actions) on \(resources)"
}

private func everything(but excluded: [String], _ what: String) -> String {
    excluded.isEmpty ? "every \(what)" : "every \(what) but " + listed(excluded)
}

/// The first few of a list, and how many more there are.
private func listed(_ texts: [String], limit: Int = 8) -> String {
    let shown = texts.prefix(limit).joined(separator: ", ")
    return texts.count > limit ? "\(shown) and \(texts.count - limit) more" : shown
}

private func names(_ change: AccessChange) -> String {
    let through = change.groups.map { "group/\($0)" }
    let count = change.principals.count
    let people = listed(change.principals.map(\.description), limit: 6)
    if through.isEmpty { return people }
    return "\(listed(through)) (\(count == 1 ? people : "\(count): \(people)"))"
}

/// What changes of somebody's ways. Escaped for terminals.
package func lines(of route: RouteChange) -> [String] {
    var lines = [listed(route.principals.map(\.description), limit: 6)]
    lines += route.added.map { "  + \($0.words)" } + route.removed.map { "  - \($0.words)" }
    return lines.map(terminalSafe)
}

/// Who, and why. Escaped for terminals.
package func lines(of unknown: UnknownAccess) -> [String] {
    ([listed(unknown.principals.map(\.description), limit: 6)] + unknown.reasons.map { "  \($0)" })
        .map(terminalSafe)
}

extension AccessDanger {
    /// As people read it.
    package var words: String {
        switch self {
        case .read: "reads"
        case .write: "writes"
        case .sensitive: "sensitive"
        case .everything: "EVERYTHING"
        }
    }
}

extension AccessSource {
    /// As people read it.
    package var words: String {
        switch self {
        case .trust(let agency): "the trust of agency/\(agency)"
        case .policy(let terms):
            "\(terms.policy)" + (terms.scope == .account ? "" : " in \(terms.scope)")
                + (terms.expires.map { " until \($0)" } ?? "")
        }
    }
}

extension Statement {
    /// Its Sid, or its number counted from 1.
    package var words: String { sid.map { "`\($0)`" } ?? "statement \(index + 1)" }
}

extension Grant {
    /// As people read it.
    package var words: String {
        let terms = AccessSource.policy(terms).words
        return membership.map { "\(terms) through group/\($0.group)" } ?? "\(terms), attached directly"
    }
}

extension Condition {
    /// As people read it: `StringEquals g:UserName [a, b]`.
    package var words: String {
        let texts = values.map(\.words)
        return "\(operatorName) \(keyName) " + (texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]")
    }
}

extension ConditionValue {
    /// As people read it.
    package var words: String {
        switch self {
        case .pattern(let pattern): pattern.constant?.description ?? pattern.words
        case .number(let number): number.description
        case .date(let seconds): Instant(epochSeconds: seconds).description
        case .boolean(let flag): String(flag)
        case .range(let range): range.words
        case .unreadable(let text): text
        }
    }
}

extension TextPattern {
    fileprivate var words: String {
        parts.map { part in
            switch part {
            case .bytes(let bytes): Glob(bytes: bytes).description
            case .variable(let key, _): "${\(key)}"
            }
        }.joined()
    }
}

extension AddressRange {
    fileprivate var words: String {
        let start = AddressRange.text(first, isVersion6: isVersion6)
        return first == last ? start : "\(start) to \(AddressRange.text(last, isVersion6: isVersion6))"
    }
}
