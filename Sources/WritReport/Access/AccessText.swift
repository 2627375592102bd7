internal import WritDiagnostics
internal import WritModel
package import WritPolicy

/// Who gains and loses which access, for people: most dangerous first, each row with a request that proves it.
///
/// - Parameter rows: How many rows of each part are shown; the rest is counted.
package func render(
    _ comparison: AccountComparison, places: ComparedPlaces = ComparedPlaces(), rows: Int = .max, style: Style
) -> String {
    var text = style.paint("access", .strong) + "  " + summary(comparison) + "\n"
    func add<Row>(_ part: [Row], _ line: (Row) -> String) {
        for row in part.prefix(rows) { text += line(row) }
        if part.count > rows { text += "\n  and \(part.count - rows) more; `--format json` has them all\n" }
    }
    add(comparison.effective) { "\n" + render($0, places, style) }
    if !comparison.latent.isEmpty {
        text += "\nlater, once somebody holds the policy, joins the group, or is enabled again:\n"
        add(comparison.latent) { "\n" + render($0, places, style) }
    }
    if !comparison.routes.isEmpty { text += "\nother ways to the same access, proved:\n" }
    add(comparison.routes) { lines(of: $0).map { "  \($0)\n" }.joined() }
    if !comparison.unknown.isEmpty { text += "\n" + style.paint("cannot be told:", .warning) + "\n" }
    add(comparison.unknown) { lines(of: $0).map { "  \($0)\n" }.joined() }
    return text + render(comparison.escalation, places, rows: rows, style: style)
}

/// The comparison in one line, such as `2 gained, 1 lost; 24 of 26 unchanged, proved`.
package func summary(_ comparison: AccountComparison) -> String {
    if comparison.isUnchanged {
        return
            "nobody gains or loses anything: proved for all \(comparison.principalCount) users and agencies"
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
    parts.append(
        "\(comparison.unchangedCount) of \(comparison.principalCount) users and agencies unchanged, proved")
    return parts.joined(separator: "; ")
}

private func render(_ change: AccessChange, _ places: ComparedPlaces, _ style: Style) -> String {
    let lines = lines(of: change, places)
    let role: Style.Role = change.direction == .gained ? .added : .removed
    let sign = change.direction == .gained ? "+" : "-"
    var text = style.paint("\(sign) \(lines[0])", role) + "\n"
    for line in lines.dropFirst() { text += "    \(line)\n" }
    return text
}

/// A change in lines: what gives the access, what it is, whose it is, a request, and what was or is in its way. Escaped for terminals.
package func lines(of change: AccessChange, _ places: ComparedPlaces = ComparedPlaces()) -> [String] {
    let isGained = change.direction == .gained
    let own = isGained ? places.new : places.old
    let other = isGained ? places.old : places.new
    var head = "\(change.source.words), \(change.statement.shortName)"
    head += placeWords(change.source, change.statement, own)
    if change.danger >= .sensitive { head += "  [\(change.danger.words)]" }
    var lines = ["\(isGained ? "gained by" : "lost with") \(head)", subject(change)]
    let conditions = change.statement.conditions.map(\.words)
    if !conditions.isEmpty { lines.append("if " + conditions.joined(separator: " and ")) }
    if !change.principals.isEmpty { lines.append("who: " + names(change)) }
    lines.append("such as " + requestLine(change.witness))
    if let refusal = change.refusal {
        let place = placeWords(refusal.source, refusal.statement, other)
        lines.append(
            "\(isGained ? "was" : "now") denied by \(refusal.source.words), \(refusal.statement.shortName)\(place)"
        )
    } else {
        lines.append(isGained ? "nothing allowed it before" : "nothing allows it any more")
    }
    return lines.map(terminalSafe)
}

/// Where a statement stands, after two spaces; nothing where no manifest says it.
func placeWords(_ source: AccessSource, _ statement: Statement, _ places: AccessPlaces) -> String {
    let document: AccessDocument =
        switch source {
        case .policy(let terms): .policy(terms, routes: [])
        case .trust(let agency): .trust(agency)
        }
    return places.span(of: statement.path, in: document).map { "  \($0.file):\($0.start.line)" } ?? ""
}

/// What may be done to what; of a trust, who may assume the agency.
private func subject(_ change: AccessChange) -> String {
    guard case .trust = change.source, let principals = change.statement.principals else {
        return patterns(change)
    }
    let entries = listed(principals.entries.map(\.words))
    return "may be assumed by " + (principals.isExcluding ? "everybody but \(entries)" : entries)
}

private func patterns(_ change: AccessChange) -> String {
    let actions =
        change.actions.isEmpty
        ? everything(but: change.statement.actions.excluded.map(\.text), "action") : listed(change.actions)
    let resources =
        change.resources.isEmpty
        ? everything(but: change.statement.resources.excluded.map(\.text), "resource")
        : listed(change.resources)
    return "\(actions) on \(resources)"
}

private func everything(but excluded: [String], _ what: String) -> String {
    excluded.isEmpty ? "every \(what)" : "every \(what) but " + listed(excluded)
}

/// The first few of a list, and how many more there are.
func listed(_ texts: [String], limit: Int = 8) -> String {
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
    lines += route.added.map { "  + \($0.attachment.policy) \($0.words)" }
    lines += route.removed.map { "  - \($0.attachment.policy) \($0.words)" }
    return lines.map(terminalSafe)
}

/// Who, and why. Escaped for terminals.
package func lines(of unknown: UnknownAccess) -> [String] {
    ([listed(unknown.principals.map(\.description), limit: 6)] + unknown.reasons.map { "  \($0)" })
        .map(terminalSafe)
}

extension PrincipalElement.Entry {
    /// As people read it.
    fileprivate var words: String {
        switch self {
        case .anybody: "ANYBODY"
        case .account(let account): "account \(account)"
        case .named(let sort, let glob): "\(sort) \(glob)"
        }
    }
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
    package var shortName: String { sid.map { "`\($0)`" } ?? "statement \(index + 1)" }
}
