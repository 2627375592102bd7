internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

/// Who can make an administrator of itself now, and who no longer, for people; nothing where nothing changes.
func render(
    _ escalation: EscalationComparison, _ places: ComparedPlaces, rows: Int, style: Style
) -> String {
    if escalation.isEmpty { return "" }
    var text =
        "\n" + style.paint("ways to become an administrator", .strong) + "  " + summary(escalation) + "\n"
    for change in escalation.changes.prefix(rows) {
        let lines = lines(of: change, places)
        let isGained = change.direction == .gained
        text += "\n" + style.paint("\(isGained ? "+" : "-") \(lines[0])", isGained ? .added : .removed) + "\n"
        for line in lines.dropFirst() { text += "    \(line)\n" }
    }
    let rest = escalation.changes.count - rows
    if rest > 0 { text += "\n  and \(rest) more; `--format json` has them all\n" }
    if !escalation.unknown.isEmpty { text += "\n" + style.paint("cannot be told:", .warning) + "\n" }
    for unknown in escalation.unknown { text += lines(of: unknown).map { "  \($0)\n" }.joined() }
    return text
}

/// `2 appear, 1 disappears`.
private func summary(_ escalation: EscalationComparison) -> String {
    var parts: [String] = []
    let come = escalation.changes.count { $0.direction == .gained }
    let go = escalation.changes.count - come
    if come > 0 { parts.append("\(come) appear" + (come == 1 ? "s" : "")) }
    if go > 0 { parts.append("\(go) disappear" + (go == 1 ? "s" : "")) }
    if !escalation.unknown.isEmpty {
        parts.append("\(escalation.unknown.reduce(0) { $0 + $1.principals.count }) cannot be told")
    }
    return parts.joined(separator: ", ")
}

/// A change in lines: who, then each step with a request that proves it and what allows it. Escaped for terminals.
func lines(of change: EscalationChange, _ places: ComparedPlaces) -> [String] {
    let isGained = change.direction == .gained
    let who = listed(change.principals.map(\.description), limit: 6)
    let many = change.principals.count > 1
    var lines: [String] = []
    if change.path.steps.isEmpty {
        lines.append(
            isGained
                ? "\(who) \(many ? "are administrators" : "is an administrator") now"
                : "\(who) \(many ? "are administrators" : "is an administrator") no longer")
        if !change.remaining.isEmpty {
            lines.append("but can become one again by " + listed(change.remaining))
        }
        return lines.map(terminalSafe)
    }
    let severity = change.path.severity
    lines.append("\(who) can \(isGained ? "" : "no longer ")become an administrator  [\(severity.rawValue)]")
    lines += stepLines(of: change.path, isRow: many, isGained ? places.new : places.old)
    if !change.others.isEmpty { lines.append("\(isGained ? "also" : "nor") by " + listed(change.others)) }
    if !change.remaining.isEmpty {
        lines.append(
            isGained
                ? "could already by " + listed(change.remaining) : "still can by " + listed(change.remaining))
    }
    return lines.map(terminalSafe)
}

/// The steps of a path in lines. Not escaped.
///
/// - Parameter isRow: Whether it is the path of several principals, of whom the first is asked for.
func stepLines(of path: EscalationPath, isRow: Bool = false, _ places: AccessPlaces) -> [String] {
    var lines: [String] = []
    for (number, step) in path.steps.enumerated() {
        var head = "\(number + 1)  "
        if number > 0 { head += "as \(step.actor)" + inside(step.joined) + ": " }
        head += step.method.title + (step.target.map { " \($0)" } ?? "")
        if number == path.steps.count - 1, !step.method.isBoundless, let target = step.target {
            head += target.kind == .group ? ", whose members are administrators" : ", an administrator"
        }
        lines.append(head + "  (\(step.method.id))")
        if !step.method.proviso.isEmpty { lines.append("   provided that " + step.method.proviso) }
        for request in step.requests {
            lines += requestLines(request, isRow: isRow && number == 0, places)
        }
    }
    lines += path.reasons.map { "nobody can tell: \($0)" }
    return lines
}

private func inside(_ groups: [String]) -> String {
    groups.isEmpty ? "" : " in " + groups.map { "group/\($0)" }.joined(separator: ", ")
}

private func requestLines(
    _ request: EscalationRequest, isRow: Bool, _ places: AccessPlaces
) -> [String] {
    let asked = Request(
        action: request.question.action, resource: request.question.resource,
        context: request.question.context)
    var lines = ["   \(request.verdict == .allowed ? "may" : "uncertain:") " + requestLine(asked)]
    if !request.isConfirmed {
        lines.append("   the name of the action is not confirmed by the vendor's pages")
    }
    for ground in request.grounds {
        var line = "   by \(ground.source.words), \(ground.statement.shortName)"
        line += placeWords(ground.source, ground.statement, places)
        lines.append(line)
        // Everybody of a row comes to it alike: one route is enough.
        if case .policy(_, let routes) = ground.document, let route = routes.first {
            if isRow, route.attachment.principal == request.question.principal {
                lines.append("   which is attached to each of them")
                continue
            }
            let place = places.span(of: route.attachment).map { "  \($0.file):\($0.start.line)" } ?? ""
            lines.append("   which is attached to \(route.attachment.principal)" + place)
        }
    }
    return lines
}

extension AccessGround {
    /// What gives it.
    var source: AccessSource {
        switch document {
        case .policy(let terms, _): .policy(terms)
        case .trust(let agency): .trust(agency)
        }
    }
}

/// The changes as entries of a comment, with what cannot be told behind them.
func markdownEntries(_ escalation: EscalationComparison, _ places: ComparedPlaces) -> [MarkdownEntry] {
    escalation.changes.map { change in
        let lines = lines(of: change, places)
        let sign = change.direction == .gained ? "+" : "-"
        return MarkdownEntry(
            ["\(sign) \(lines[0])"] + lines.dropFirst(),
            sort: "way \(change.direction == .gained ? "appears" : "disappears")")
    } + escalation.unknown.map { MarkdownEntry(["? cannot be told"] + lines(of: $0), sort: "unknown") }
}
