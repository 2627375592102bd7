package import WritModel
package import WritPlan
internal import WritPolicy

/// What a plan does to access, for people: the ends, then what holds on the way only.
package func render(
    _ effect: AccessEffect, of plan: Plan, places: ComparedPlaces = ComparedPlaces(), style: Style
) -> String {
    // A first plan gives everybody everything; the rows of its changes say that already.
    var text = render(effect.comparison, places: places, rows: 25, style: style)
    if !effect.windows.isEmpty { text += "\n" + style.paint("on the way only:", .warning) + "\n" }
    for window in effect.windows {
        for line in lines(of: window, in: plan) { text += "  \(line)\n" }
    }
    if let line = applierLine(effect) { text += "\n" + style.paint(line, .faint) + "\n" }
    return text
}

/// What was not looked at; a loss is told by the guard.
private func applierLine(_ effect: AccessEffect) -> String? {
    if effect.appliers.isEmpty {
        return "not checked: whether who applies this keeps its rights (`applier:` in `writ.yaml` names it)"
    }
    let absent = effect.appliers.filter { $0.outcome == .absent }.map(\.applier.description)
    guard !absent.isEmpty else { return nil }
    return terminalSafe(
        "not checked: whether \(absent.joined(separator: ", ")) keeps its rights; the account does not have it yet"
    )
}

/// A window in lines. Escaped for terminals.
private func lines(of window: AccessWindow, in plan: Plan) -> [String] {
    let what =
        window.sort == .wider
        ? "has access that neither the start nor the end gives"
        : "lacks access that both the start and the end give"
    let who = window.principals.prefix(6).map(\.description).joined(separator: ", ")
    let rest = window.principals.count > 6 ? " and \(window.principals.count - 6) more" : ""
    let opening = plan.changes[window.after].summary
    let closing = plan.changes[window.until].summary
    return [
        "after `\(opening)` until `\(closing)`", "  \(who)\(rest) \(what)",
        "  such as " + requestLine(window.witness),
    ].map(terminalSafe)
}

/// The access part of a comment on a plan.
func markdownSections(
    _ effect: AccessEffect, of plan: Plan, _ places: ComparedPlaces
) -> [MarkdownSection] {
    markdownSections(effect.comparison, places) + [
        MarkdownSection(
            title: "Access on the way only", isOpen: true,
            entries: effect.windows.map { MarkdownEntry(lines(of: $0, in: plan), sort: "window") })
    ]
}

/// The effect as data, beside a printed plan.
package func json(_ effect: AccessEffect) -> JSONValue {
    var members = json(effect.comparison).members ?? []
    members += [
        .init(
            "windows",
            .array(
                effect.windows.map { window in
                    .object([
                        .init("sort", .string(window.sort.rawValue)), .init("after", .integer(window.after)),
                        .init("until", .integer(window.until)),
                        .init("principals", .array(window.principals.map { .string($0.description) })),
                        .init("witness", json(window.witness)),
                    ])
                })),
        .init(
            "administrators",
            .object([
                .init("before", .integer(effect.administratorsBefore.count)),
                .init("lowest", .integer(effect.administratorsLowest)),
            ])),
        .init("appliers", .array(effect.appliers.map(json))),
    ]
    return .object(members)
}

private func json(_ check: ApplierCheck) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("principal", .string(check.applier.description)),
        .init("outcome", .string(check.outcome.word)),
    ]
    switch check.outcome {
    case .kept, .absent: break
    case .loses(let place, let witness):
        members.append(.init("after", .integer(place)))
        if let witness { members.append(.init("witness", json(witness))) }
    case .open(let place, let reasons):
        members.append(.init("after", .integer(place)))
        members.append(.init("reasons", .array(reasons.map { .string($0.description) })))
    }
    return .object(members)
}
