package import WritPlan
internal import WritDigest
package import WritModel

/// A plan as a comment for a pull request: what could hurt first, refusals on top, nothing that did not change.
///
/// Whatever comes from manifests or the store stands in code and is inert there. The first line marks the
/// comment, so that a pipeline finds and updates it; the second one is for the pipeline as well.
///
/// - Parameters:
///   - origins: who wrote the changed values, as far as that is known.
///   - maxBytes: the most that the comment may take, at least ``smallestComment``.
///   - access: what it does to who may do what; `nil` where it does not touch that.
///   - details: where the whole plan can be read, as a URL; `nil` names the command instead.
package func markdown(
    _ plan: Plan, origins: Origins = Origins(), access: AccessEffect? = nil,
    places: ComparedPlaces = ComparedPlaces(), maxBytes: Int, details: String?
) -> String {
    let binding = plan.binding
    var head = [
        "<!-- writ:plan:\(binding.target) -->",
        "<!-- writ:effect:\(plan.effectDigest) commit:\(binding.revision.commit ?? "none") -->",
        "### Writ plan for `\(binding.target)`", "", summary(plan), "", origin(plan), "",
    ]
    if plan.refusals.isEmpty == false { head += refusalHead(plan) }
    let groups = Dictionary(grouping: plan.changes, by: \.danger)
    let sections = Danger.allCases.map { danger in
        MarkdownSection(
            title: danger.title, isOpen: danger.isOpen,
            entries: (groups[danger] ?? []).sorted(by: inReadingOrder).map { change in
                MarkdownEntry(
                    unindented(lines(of: change, origins, .plain)), sort: change.action.rawValue)
            })
    }
    let comment = MarkdownComment(
        head: head,
        sections: [refusalSection(plan)] + (access.map { markdownSections($0, of: plan, places) } ?? [])
            + sections + [warnings(plan), others(plan)],
        foot: foot(plan), whole: whole(details, "writ plan", binding.revision))
    return comment.text(limit: maxBytes)
}

/// The smallest size of a comment, in bytes: what is always shown fits into it.
package let smallestComment = 8000

/// The lines without the indentation that they have in the text of a plan.
private func unindented(_ lines: [String]) -> [String] {
    lines.map { $0.hasPrefix("  ") ? String($0.dropFirst(2)) : $0 }
}

/// One line: whether it is refused, and how many changes there are of each danger.
private func summary(_ plan: Plan) -> String {
    var parts: [String] = []
    if !plan.refusals.isEmpty { parts.append("⛔ refused") }
    for danger in Danger.allCases {
        let count = plan.changes.count { $0.danger == danger }
        if count > 0 { parts.append(danger.counted(count)) }
    }
    if plan.changes.isEmpty { parts.append("✅ nothing to do") }
    if plan.unchangedCount > 0 { parts.append("\(plan.unchangedCount) unchanged") }
    return "**" + parts.joined(separator: " · ") + "**"
}

private func origin(_ plan: Plan) -> String {
    let binding = plan.binding
    var sentence = "What applying \(markdownCode(binding.revision.short)) would do"
    if let account = binding.account {
        sentence += " to the \(binding.store.rawValue) account \(markdownCode(account))"
    } else {
        sentence += " to a \(binding.store.rawValue) store that does not exist yet"
    }
    sentence += ", with expiries judged at \(binding.asOf)."
    if let age = snapshotAge(binding) {
        sentence += "\n\nMade from a snapshot of \(age): it can be reviewed and never applied."
    } else if binding.revision.commit == nil {
        sentence += "\n\nMade from a working tree: it can be reviewed and never applied."
    }
    return sentence
}

private func refusalHead(_ plan: Plan) -> [String] {
    let rules = GuardRule.allCases.filter { rule in plan.refusals.contains { $0.rule == rule } }
    let names = rules.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    var lines = ["⛔ **Guards refuse this plan**: \(names).", ""]
    let advice = advice(plan.refusals, plan).map(markdownLine)
    let fence = markdownFence(around: advice)
    lines += ["\(fence)text"] + advice + [fence, ""]
    return lines
}

private func refusalSection(_ plan: Plan) -> MarkdownSection {
    MarkdownSection(
        title: "⛔ Refused", isOpen: true,
        entries: plan.refusals.map { refusal in
            var lines = ["\(refusal.rule.rawValue): \(terminalSafe(refusal.message))"]
            if refusal.items.count > 1 { lines.append("  " + names(refusal.items)) }
            return MarkdownEntry(lines, sort: "refusal")
        })
}

private func warnings(_ plan: Plan) -> MarkdownSection {
    MarkdownSection(
        title: "⚠️ Warnings", isOpen: false,
        entries: plan.warnings.map { warning in
            var lines = [
                "\(warning.code): \(warning.message)" + (warning.place.map { " (\($0))" } ?? "")
            ]
            if let help = warning.help { lines.append("  help: \(help)") }
            return MarkdownEntry(lines, sort: "warning")
        })
}

private func others(_ plan: Plan) -> MarkdownSection {
    let unmanaged = plan.unmanaged.map { MarkdownEntry([$0.description], sort: "unmanaged") }
    let unverifiable = plan.unverifiable.map {
        MarkdownEntry(
            ["\($0.address) \($0.field.rawValue): the store does not show it"], sort: "unverifiable")
    }
    return MarkdownSection(
        title: "Not managed or not verifiable, left alone", isOpen: false,
        entries: unverifiable + unmanaged + reservedEntries(plan.reserved))
}

private func foot(_ plan: Plan) -> [String] {
    [
        "<sub>effect <code>\(plan.effectDigest)</code><br>plan <code>\(plan.digest)</code><br>"
            + "commit <code>\(plan.binding.revision.commit ?? "working tree")</code>, "
            + "made \(plan.binding.createdAt) by Writ \(plan.binding.tool)</sub>"
    ]
}

/// Where all of it is.
func whole(_ details: String?, _ command: String, _ revision: Revision?) -> String {
    if let details { return "All of it is [here](\(details))." }
    let commit = revision?.commit.map { " --rev \($0)" } ?? ""
    return "`\(command)\(commit)` shows all of it."
}
