package import WritPlan
package import WritModel
internal import WritDiagnostics

/// A plan as text for a reviewer: one block an object, with what each line does, where it is written and by whom.
package func render(
    _ plan: Plan, origins: Origins = Origins(), style: Style, showDigests: Bool = true
) -> String {
    var lines = [header(plan, style)]
    var current: Address?
    for change in plan.changes.sorted(by: inReadingOrder) {
        if change.address != current {
            lines.append("")
            current = change.address
        }
        lines += WritReport.lines(of: change, origins, style)
    }
    if !plan.changes.isEmpty { lines.append("") }
    lines += warnings(plan, style)
    lines += unmanaged(plan, style)
    lines.append(contentsOf: footer(plan, style, showDigests: showDigests))
    return lines.joined(separator: "\n") + "\n"
}

/// By object rather than by the order of execution: what happens to one object is read together, first
/// to itself, then to its members, then to its policies.
func inReadingOrder(_ a: Change, _ b: Change) -> Bool {
    (a.address, a.action.readingRank, a.wave, a.summary) < (
        b.address, b.action.readingRank, b.wave, b.summary
    )
}

extension Action {
    fileprivate var readingRank: Int {
        switch self {
        case .rename: 0
        case .create, .update: 1
        case .join, .leave: 2
        case .attach, .detach: 3
        case .revoke, .issue, .enable, .disable: 4
        case .delete: 5
        case .adopt, .release: 6
        }
    }
}

private func header(_ plan: Plan, _ style: Style) -> String {
    let binding = plan.binding
    let place = binding.account.map { "account \(terminalSafe($0))" } ?? "a store that does not exist yet"
    let title =
        "plan \(terminalSafe(binding.revision.short)) → \(binding.target) (\(binding.store.rawValue), \(place))"
    let origin = snapshotAge(binding).map { "\nfrom a snapshot of \($0): never to be applied" } ?? ""
    return style.paint(title, .strong) + "    " + counts(plan) + origin
}

/// `2 create, 1 update, 4 join, 31 unchanged`, in the order of the actions.
func counts(_ plan: Plan) -> String {
    var parts: [String] = []
    for action in Action.allCases {
        let count = plan.changes.count { $0.action == action }
        if count > 0 { parts.append("\(count) \(action.rawValue)") }
    }
    if plan.unchangedCount > 0 { parts.append("\(plan.unchangedCount) unchanged") }
    return parts.isEmpty ? "nothing to do" : parts.joined(separator: ", ")
}

/// A change as the lines of a plan, indented by two spaces: what it does, and below it what that means in detail.
func lines(of change: Change, _ origins: Origins, _ style: Style) -> [String] {
    let subject = style.paint(terminalSafe(change.address.description), .strong)
    var notes: [String] = []
    if change.cause != .commit { notes.append(causeText(change.cause)) }
    if change.isForeign { notes.append("foreign: Writ did not make it") }
    let origin = change.origin(origins)
    let fieldOrigins = change.fieldOrigins(origins, besides: origin)
    if let origin {
        notes.append(text(origin))
    } else if let source = change.source, fieldOrigins.isEmpty {
        notes.append("\(terminalSafe(source.file)):\(source.start.line)")
    }
    let tail = notes.isEmpty ? "" : "    " + style.paint(notes.joined(separator: ", "), .faint)

    switch change.effect {
    case .create(let fields):
        return ["  \(style.paint("+ create", .added)) \(subject)\(tail)"]
            + fieldLines(fields, fieldOrigins, "+", .added, style)
    case .delete(let fields):
        return ["  \(style.paint("- delete", .removed)) \(subject)\(tail)"]
            + fieldLines(fields, [:], "-", .removed, style)
    case .update(let fields):
        return ["  \(style.paint("~ update", .changed)) \(subject)\(tail)"]
            + fields.flatMap { render($0, fieldOrigins[$0.field], style) }
    case .rename(let old):
        return ["  \(style.paint("~ rename", .changed)) \(terminalSafe(old)) → \(subject)\(tail)"]
    case .join(let edge):
        return [
            "  \(style.paint("+ join", .added))   \(subject) gains member \(terminalSafe(edge.user))\(tail)"
        ]
    case .leave(let edge):
        return [
            "  \(style.paint("- leave", .removed))  \(subject) loses member \(terminalSafe(edge.user))\(tail)"
        ]
    case .attach(let key, let expires, nil):
        return ["  \(style.paint("+ attach", .added)) \(subject) gets \(text(key, expires: expires))\(tail)"]
    case .attach(let key, let expires, let replaced?):
        let before = replaced.expires.map { "until \($0)" } ?? "without end"
        let after = expires.map { "until \($0)" } ?? "without end"
        return [
            "  \(style.paint("~ attach", .changed)) \(subject) keeps \(text(key, expires: nil)): "
                + "\(before) → \(after)\(tail)"
        ]
    case .detach(let key, let expires):
        return [
            "  \(style.paint("- detach", .removed)) \(subject) loses \(text(key, expires: expires))\(tail)"
        ]
    case .issue(let order):
        return [
            "  \(style.paint("+ issue", .added))  \(subject) gets \(terminalSafe("\(order.name)")), generation "
                + "\(order.generation), for \(terminalSafe(order.recipient.description))\(tail)"
        ]
    case .enable(let key):
        return ["  \(style.paint("+ enable", .added)) \(subject) may use \(text(key))\(tail)"]
    case .disable(let key):
        return ["  \(style.paint("- disable", .removed)) \(subject) can no longer use \(text(key))\(tail)"]
    case .revoke(let key):
        return [
            "  \(style.paint("- revoke", .removed)) \(subject) loses \(text(key)), which was disabled\(tail)"
        ]
    case .adopt(let ownership):
        return ["  = adopt  \(subject)\(ownershipText(ownership))\(tail)"]
    case .release(let ownership):
        return ["  = release \(subject)\(ownershipText(ownership))\(tail)"]
    }
}

/// An access key as people read it.
private func text(_ key: AccessKeyReference) -> String {
    let id = key.id == key.name ? "" : " (\(terminalSafe(key.id)))"
    return "access key `\(terminalSafe(key.name))`, generation \(key.generation)\(id)"
}

extension Change {
    /// Who wrote or removed what the change as a whole follows from.
    fileprivate func origin(_ origins: Origins) -> Origin? {
        origins[originKey] ?? removedKeys.lazy.compactMap { origins[$0] }.first
    }

    /// The origins of its fields, as far as they tell more than that of the change.
    fileprivate func fieldOrigins(_ origins: Origins, besides origin: Origin?) -> [Field: Origin] {
        var result: [Field: Origin] = [:]
        for field in changedFields {
            guard let found = origins[.field(address, field)] else { continue }
            if found.commit != origin?.commit || found.standing != origin?.standing { result[field] = found }
        }
        return result
    }
}

/// What follows a field's values: who wrote them.
private func tail(_ origin: Origin?, _ style: Style) -> String {
    origin.map { "    " + style.paint(text($0), .faint) } ?? ""
}

private func render(_ change: FieldChange, _ origin: Origin?, _ style: Style) -> [String] {
    if case .document(let new) = change.after {
        let old: PolicyDocument? = if case .document(let document)? = change.before { document } else { nil }
        let diff = DocumentDiff(from: old, to: new)
        let kept = "\(counted(diff.keptCount, "statement")) unchanged"
        var lines = ["      \(change.field.rawValue)    \(kept)\(tail(origin, style))"]
        lines += diff.removed.map { "        " + style.paint("- \($0)", .removed) }
        lines += diff.added.map { "        " + style.paint("+ \($0)", .added) }
        if diff.removed.isEmpty && diff.added.isEmpty {
            lines.append("        other members of the document change")
        }
        return lines
    }
    let values = "\(text(change.before)) → \(text(change.after))"
    return ["      \(change.field.rawValue)    \(values)\(tail(origin, style))"]
}

private func fieldLines(
    _ fields: FieldMap<Value>, _ origins: [Field: Origin], _ sign: String, _ role: Style.Role, _ style: Style
) -> [String] {
    fields.flatMap { field, value -> [String] in
        if case .document(let document) = value {
            return ["      \(field.rawValue)\(tail(origins[field], style))"]
                + DocumentDiff(from: nil, to: document).added.map {
                    "        " + style.paint("\(sign) \($0)", role)
                }
        }
        return ["      \(field.rawValue)    \(text(value))\(tail(origins[field], style))"]
    }
}

private func ownershipText(_ ownership: Ownership) -> String {
    if ownership.object { return "" }
    let parts =
        ownership.fields.map(\.rawValue) + ownership.lists.map(\.rawValue)
        + ownership.memberships.map { "member \($0.user)" }
        + ownership.attachments.map { text($0, expires: nil) }
    return ": " + parts.map(terminalSafe).joined(separator: "; ")
}

private func warnings(_ plan: Plan, _ style: Style) -> [String] {
    guard !plan.warnings.isEmpty else { return [] }
    var lines: [String] = []
    for warning in plan.warnings {
        lines.append(
            style.paint("warning[\(warning.code)]", .warning) + ": " + terminalSafe(warning.message)
                + (warning.place.map { " (\(terminalSafe($0)))" } ?? ""))
        if let help = warning.help {
            lines.append("  " + style.paint("help", .help) + ": " + terminalSafe(help))
        }
    }
    return lines + [""]
}

/// How many names are listed before the rest is only counted.
private let listedNames = 20

private func unmanaged(_ plan: Plan, _ style: Style) -> [String] {
    var lines: [String] = []
    if !plan.unmanaged.isEmpty {
        lines.append("unmanaged, left alone: " + names(plan.unmanaged.map(\.description)))
    }
    lines += reservedLines(plan.reserved)
    if !plan.unverifiable.isEmpty {
        lines.append(
            "unverifiable, the store does not show them: "
                + names(plan.unverifiable.map { "\($0.address) \($0.field.rawValue)" }))
    }
    return lines
}

/// The first names of a list and how many more there are, safe to print.
func names(_ all: [String]) -> String {
    let shown = all.prefix(listedNames).map(terminalSafe).joined(separator: ", ")
    return all.count > listedNames ? "\(shown) and \(all.count - listedNames) more" : shown
}

private func footer(_ plan: Plan, _ style: Style, showDigests: Bool) -> [String] {
    guard showDigests else { return [] }
    return [
        style.paint("effect \(plan.effectDigest)", .faint), style.paint("plan   \(plan.digest)", .faint),
    ]
}
