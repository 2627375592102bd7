internal import WritDiagnostics
internal import WritModel
package import WritPolicy

/// What a principal holds, for people, and by which ways it can become an administrator.
package func render(
    _ holdings: Holdings, paths: [EscalationPath] = [], places: AccessPlaces, style: Style
) -> String {
    var lines = [
        style.paint(terminalSafe("\(holdings.principal)"), .strong)
            + style.paint(", \(terminalSafe(places.origin))", .faint)
            + place(places.span(of: holdings.principal), style)
    ]
    if holdings.isDisabled { lines.append("  is disabled: nothing of this counts") }
    if holdings.grants.isEmpty { lines.append("  holds no policy") }
    for grant in holdings.grants {
        var line = "  \(grant.attachment.policy)"
        if let expires = grant.expires, expires.isPast(at: holdings.moment) { line += " (expired)" }
        lines.append(style.paint(terminalSafe(line), .strong))
        lines.append("    " + terminalSafe(grant.words) + place(places.span(of: grant.attachment), style))
        if let membership = grant.membership {
            lines.append(
                "    " + terminalSafe(grant.membershipWords(membership))
                    + place(places.span(of: membership, isFederated: grant.isFederated), style))
        }
        if holdings.unknown.contains(grant.attachment.policy) {
            lines.append("    what it says is not known")
        }
        for statement in holdings.statements[grant.attachment.policy] ?? [] {
            let span = places.span(of: statement.path, in: .policy(grant.terms, routes: []))
            lines.append("    " + terminalSafe(statement.words) + place(span, style))
        }
    }
    for entry in holdings.agencies {
        lines.append(
            "  " + style.paint(terminalSafe("→ agency/\(entry.agency)"), .strong)
                + terminalSafe(
                    ", which it may assume"
                        + (entry.standing == .allowed ? "" : " (\(entry.standing.rawValue))")))
    }
    if !holdings.outsiders.isEmpty {
        lines.append(
            "  " + terminalSafe("trusts outside the account: " + holdings.outsiders.joined(separator: ", ")))
    }
    for path in paths {
        let words =
            path.steps.isEmpty
            ? "is an administrator"
            : path.reasons.isEmpty ? "can become an administrator" : "may perhaps become an administrator"
        lines.append("  " + style.paint(words, .warning))
        lines += stepLines(of: path, places).map { "    " + terminalSafe($0) }
    }
    return lines.joined(separator: "\n") + "\n"
}

extension Statement {
    /// ``Allow `iam:*:get*` on everything where …``.
    var words: String {
        var text = effect.rawValue + " " + element(actions, \.text)
        if resources != .everything { text += " on " + element(resources, \.text) }
        for condition in conditions { text += " where \(condition.words)" }
        return text
    }

    private func element<Pattern>(_ element: PatternElement<Pattern>, _ text: (Pattern) -> String) -> String {
        func list(_ patterns: [Pattern]) -> String {
            let shown = patterns.prefix(4).map { "`\(text($0))`" }.joined(separator: ", ")
            return patterns.count > 4 ? shown + " and \(patterns.count - 4) more" : shown
        }
        let all = element.included.map(list) ?? "everything"
        return element.excluded.isEmpty ? all : all + " but " + list(element.excluded)
    }
}
