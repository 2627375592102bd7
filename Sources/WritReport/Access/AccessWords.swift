internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Verdict {
    /// As people say it.
    var words: String {
        switch self {
        case .allowed: "allowed"
        case .explicitDeny: "denied: a statement denies it"
        case .implicitDeny: "denied: no statement allows it"
        case .uncertain: "uncertain"
        }
    }

    /// How it is set off.
    var role: Style.Role {
        switch self {
        case .allowed: .added
        case .explicitDeny, .implicitDeny: .removed
        case .uncertain: .changed
        }
    }
}

extension AccessGround {
    /// `statement 2 “ReadLedger” of policy/ledger-read`.
    var name: String {
        switch document {
        case .policy(let terms, _): "\(statementName) of \(terms.policy)"
        case .trust(let agency): "\(statementName) of the trust of agency/\(agency)"
        }
    }

    private var statementName: String {
        "statement \(statement.index + 1)" + (statement.sid.map { " “\($0)”" } ?? "")
    }
}

extension Grant {
    /// How the principal comes to the group.
    func membershipWords(_ membership: Membership) -> String {
        isFederated
            ? "a mapping of identity-provider/\(membership.user) gives group/\(membership.group)"
            : "user/\(membership.user) is in group/\(membership.group)"
    }

    /// `attached to group/payments in project cn-north-4, until 2027-01-31`.
    var words: String {
        "attached to \(attachment.principal)"
            + (attachment.scope == .account ? "" : " in \(attachment.scope)")
            + (expires.map { ", until \($0)" } ?? "")
    }
}

extension StatementFit {
    /// Which elements keep the statement from matching: `on \`obs:…\` only; \`g:MFAPresent\` is not said, Bool true`.
    func words(_ ground: AccessGround) -> String {
        var parts: [String] = []
        if action == .no { parts.append("for " + listed(ground.statement.actions, \.text)) }
        if principal == .no { parts.append("for other principals") }
        if resource == .no { parts.append("on " + listed(ground.statement.resources, \.text)) }
        parts += unmet.map(\.words)
        return parts.joined(separator: "; ")
    }
}

extension UnmetCondition {
    /// `where \`g:MFAPresent\` is \`true\` (Bool), and the request does not say it`.
    var words: String {
        if let place = condition.scopeWords {
            return given.isEmpty
                ? "\(place), and the request does not say where"
                : "\(place), and it is in " + given.map { "`\($0)`" }.joined(separator: ", ")
        }
        let state =
            given.isEmpty
            ? "the request does not say it" : "it is " + given.map { "`\($0)`" }.joined(separator: ", ")
        return "where \(condition.words), and \(state)"
    }
}

extension Condition {
    /// `in enterprise project payments`, for what an attachment's scope adds to a statement.
    var scopeWords: String? {
        guard key.hasPrefix("writ:"), self.operator.test != .date(.less) else { return nil }
        let name = values.map(\.words).joined(separator: " or ")
        for scope in [Scope.project(name), .enterpriseProject(name), .resourceGroup(name)]
        where scope.contextKey == keyName {
            return self.operator.test == .absence ? "in any project" : "in \(scope)"
        }
        return nil
    }

    /// `` `g:MFAPresent` Bool `true` ``.
    var words: String {
        if let scopeWords { return scopeWords }
        return written
    }

    private var written: String {
        "`\(keyName)` \(operatorName) " + values.map { "`\($0.words)`" }.joined(separator: " or ")
    }
}

extension ConditionValue {
    /// The value as its author wrote it, or nearly.
    var words: String {
        switch self {
        case .pattern(let pattern): patternText(pattern)
        case .number(let number): "\(number)"
        case .date(let seconds): Instant(epochSeconds: seconds).description
        case .boolean(let flag): flag ? "true" : "false"
        case .range(let range): rangeText(range)
        case .unreadable(let text): text
        }
    }
}

/// The patterns of an element: the first few, then how many more.
func listed<Pattern>(_ element: PatternElement<Pattern>, _ text: (Pattern) -> String) -> String {
    func list(_ patterns: [Pattern]) -> String {
        let shown = patterns.prefix(3).map { "`\(text($0))`" }.joined(separator: ", ")
        return patterns.count > 3 ? shown + " and \(patterns.count - 3) more" : shown
    }
    let all = element.included.map { list($0) + " only" } ?? "everything"
    return element.excluded.isEmpty
        ? all : (element.included == nil ? "all" : all) + " but " + list(element.excluded)
}

private func patternText(_ pattern: TextPattern) -> String {
    pattern.parts.map { part in
        switch part {
        case .bytes(let bytes): Glob(bytes: bytes).description
        case .variable(let key, let otherwise): "${\(key)" + (otherwise.map { ", '\($0)'" } ?? "") + "}"
        }
    }.joined()
}

/// `10.0.0.0/8`; of a single address without the prefix length.
private func rangeText(_ range: AddressRange) -> String {
    let width = range.isVersion6 ? 128 : 32
    let length = max(0, width - (range.last - range.first &+ 1).trailingZeroBitCount)
    let step = range.isVersion6 ? 16 : 8
    let parts = stride(from: width - step, through: 0, by: -step).map { shift in
        String(
            (range.first >> UInt128(shift)) & ((1 << UInt128(step)) - 1), radix: range.isVersion6 ? 16 : 10)
    }
    return parts.joined(separator: range.isVersion6 ? ":" : ".") + (length == width ? "" : "/\(length)")
}
