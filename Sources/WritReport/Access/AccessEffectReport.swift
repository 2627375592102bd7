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
    return text
}

/// A window in lines. Escaped for terminals.
private func lines(of window: AccessWindow, in plan: Plan) -> [String] {
    let what =
        window.sort == .wider
        ? "has access that neither the start nor the end gives"
        : "lacks access that both the start and the end give"
    let who = window.principals.prefix(6).map(\.description).joined(separator: ", ")
    let rest = window.principals.count > 6 ? " and \(window.principals.count - 6) more" : ""
    return [
        "after `\(plan.changes[window.after].summary)`", "  \(who)\(rest) \(what)",
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
    ]
    return .object(members)
}
