import WritModel

extension Statement {
    /// Whether the statement is about the request.
    func truth(_ request: RequestValues, _ reasons: inout Set<OpenReason>) -> Truth {
        if let principals, let caller = request.caller, !principals.matches(caller) { return .no }
        var result = actionTruth(request, &reasons)
        if result == .no { return .no }
        result = result.and(resourceTruth(request, &reasons))
        for condition in conditions {
            if result == .no { return .no }
            result = result.and(condition.truth(request, &reasons))
        }
        return result
    }

    /// Whether the statement's action element matches.
    func actionTruth(_ request: RequestValues, _ reasons: inout Set<OpenReason>) -> Truth {
        var listed = Truth.yes
        if let included = actions.included {
            listed = any(included) { $0.truth(request.action, request.dialect, &reasons) }
        }
        if listed == .no || actions.excluded.isEmpty { return listed }
        return listed.and(
            any(actions.excluded) { $0.truth(request.action, request.dialect, &reasons) }.negated)
    }

    /// Whether the statement's resource element matches.
    func resourceTruth(_ request: RequestValues, _ reasons: inout Set<OpenReason>) -> Truth {
        var listed = Truth.yes
        if let included = resources.included {
            listed = any(included) { $0.truth(request, &reasons) }
        }
        if listed == .no || resources.excluded.isEmpty { return listed }
        return listed.and(any(resources.excluded) { $0.truth(request, &reasons) }.negated)
    }

    private func any<Pattern>(_ patterns: [Pattern], _ truth: (Pattern) -> Truth) -> Truth {
        var result = Truth.no
        for pattern in patterns {
            result = result.or(truth(pattern))
            if result == .yes { return .yes }
        }
        return result
    }
}

extension ActionPattern {
    fileprivate func truth(_ action: [UInt8], _ dialect: Dialect, _ reasons: inout Set<OpenReason>) -> Truth {
        guard glob.matches(action) else { return .no }
        guard dialect == .huawei, glob.oneCount > 0, !glob.withLiteralOnes.matches(action) else {
            return .yes
        }
        reasons.insert(.questionMark(text))
        return .open
    }
}

extension ResourcePattern {
    fileprivate func truth(_ request: RequestValues, _ reasons: inout Set<OpenReason>) -> Truth {
        guard let segments else { return .no }
        var isOpen = false
        for (pattern, segment) in zip(segments, request.resource) {
            if let glob = pattern.constant {
                guard glob.matches(segment) else { return .no }
                if request.dialect == .huawei, glob.oneCount > 0, !glob.withLiteralOnes.matches(segment) {
                    isOpen = true
                }
                continue
            }
            if let key = pattern.keys.first(where: { request.values(of: $0).count > 1 }) {
                // Where even any value would not help, the values do not matter.
                guard pattern.widened.matches(segment) else { return .no }
                reasons.insert(.severalValues(key: key))
                isOpen = true
                continue
            }
            guard let glob = pattern.resolved(request.single), glob.matches(segment) else { return .no }
        }
        if isOpen, request.dialect == .huawei { reasons.insert(.questionMark(text)) }
        return isOpen ? .open : .yes
    }
}

extension Glob {
    /// The same with `?` as a character.
    package var withLiteralOnes: Glob {
        Glob(bytes: bytes.map { $0 == Glob.one ? UInt8(ascii: "?") : $0 })
    }
}

extension TextPattern {
    /// The pattern with any text for each variable.
    package var widened: Glob {
        Glob(bytes: parts.flatMap { if case .bytes(let bytes) = $0 { bytes } else { [Glob.run] } })
    }
}
