package import WritPolicy

/// A comparison of documents for people: what is gained, what is lost, each with a request that proves it.
package func render(_ comparison: AccessComparison, old: PolicySet, new: PolicySet, style: Style) -> String {
    if comparison.isEquivalent {
        return "no access changes: both allow the same requests, proved\n"
    }
    return direction("gained", "+", .added, comparison.gained, in: new, style)
        + direction("lost", "-", .removed, comparison.lost, in: old, style)
}

private func direction(
    _ word: String, _ sign: String, _ color: Style.Role, _ answer: ComparisonAnswer, in set: PolicySet,
    _ style: Style
) -> String {
    var text = ""
    switch answer.verdict {
    case false: return "\(word): nothing, proved\n"
    case nil: text += "\(word): cannot be told\n"
    default:
        text += "\(word):\n"
        for finding in answer.findings {
            let statement = set.statements[finding.statement]
            let name = statement.sid.map { "`\($0)`" } ?? "statement \(statement.index + 1)"
            let action = finding.action?.text ?? "every action that is not excluded"
            let resource = finding.resource?.text ?? "every resource"
            text += style.paint("  \(sign) \(terminalSafe(action))", color) + " on \(terminalSafe(resource))"
            text += "  (\(terminalSafe(name)))\n"
            text += "      such as \(terminalSafe(requestLine(finding.witness)))\n"
        }
    }
    for reason in answer.unknown { text += "  unknown: \(terminalSafe(reason.description))\n" }
    return text
}

/// A request on one line; what no pattern mentions is shown as `…`.
package func requestLine(_ request: Request) -> String {
    var line = isGeneric(request.action) ? "any action" : shownGeneric(request.action)
    if !request.resource.isEmpty {
        line += " on " + (isGeneric(request.resource) ? "any resource" : shownGeneric(request.resource))
    }
    let context = request.context.sorted { $0.key < $1.key }
        .map { "\($0.key)=\(shownGeneric($0.value.joined(separator: ",")))" }
    if !context.isEmpty { line += " with " + context.joined(separator: " ") }
    if let caller = request.caller {
        let account =
            caller.account.map { isGeneric($0) ? " of any other account" : " of account \($0)" } ?? ""
        line +=
            " by "
            + (isGeneric(caller.name) ? "any \(caller.sort) principal" : "\(caller.sort) \(caller.name)")
        line += account
    }
    return line
}
