import WritModel

/// One question about which objects an action is allowed on.
struct TargetQuestion: Hashable {
    var actor: Int
    var action: String
}

/// Which objects an action may be allowed on, as far as that can be said without trying each.
enum NamedTargets {
    /// All or none: no statement about the action names objects.
    case alike
    /// None but these, by the last segment of their names.
    case names(Set<[UInt8]>)
    /// Each has to be tried.
    case unlike
}

extension EscalationSearch {
    /// Of these targets those on which a method has to be tried: one where all are alike, those that the documents name where they
    /// name each.
    mutating func worthTrying(_ targets: [Address?], _ method: Int, _ actor: Int) -> [Address?] {
        let method = actions.methods[method]
        let others = targets.filter { $0 == nil || $0?.kind != .user || $0 != actors[actor].address }
        guard others.count > 1 || method.target == .user else { return others }
        var isAlike = method.target == .user
        var names: Set<[UInt8]>?
        for need in method.needs {
            if need.subject == .targetPolicy { isAlike = false }
            guard need.subject == .target else { continue }
            switch namedTargets(need, actor) {
            case .alike: continue
            case .unlike: isAlike = false
            case .names(let found):
                isAlike = false
                names = names?.intersection(found) ?? found
            }
        }
        if isAlike { return Array(others.prefix(1)) }
        guard let names else { return others }
        return others.filter { target in
            target.map { names.contains(lastSegment(access.escalationResource(of: $0))) } ?? true
        }
    }

    private mutating func namedTargets(_ need: EscalationNeed, _ actor: Int) -> NamedTargets {
        var result: NamedTargets?
        for action in need.oneOf {
            guard let number = actions.number(of: action.name), actors[actor].possible.contains(number)
            else { continue }
            switch (result, namedTargets(action.name, actor)) {
            case (nil, let first): result = first
            case (.alike, .alike): result = .alike
            case (.names(let a), .names(let b)): result = .names(a.union(b))
            default: return .unlike
            }
        }
        return result ?? .unlike
    }

    private mutating func namedTargets(_ action: String, _ actor: Int) -> NamedTargets {
        let question = TargetQuestion(actor: actor, action: action)
        if let known = targets[question] { return known }
        let found = findTargets(action, actor)
        targets[question] = found
        return found
    }

    private mutating func findTargets(_ action: String, _ actor: Int) -> NamedTargets {
        let set = policies(of: actor).set
        let request = access.request(action, on: "", as: actors[actor].address, [:], at: moment)
        let values = RequestValues(request, dialect: access.dialect, flat: false)
        var names: Set<[UInt8]> = []
        var isAlike = true
        var isNamed = true
        for id in set.candidates(values.action) {
            let statement = set.statements[id]
            var reasons: Set<OpenReason> = []
            if statement.actionTruth(values, &reasons) == .no { continue }
            if !statement.coversEverything { isAlike = false }
            guard statement.effect == .allow else { continue }
            guard let included = statement.resources.included else {
                isNamed = false
                continue
            }
            for pattern in included {
                guard let last = pattern.segments?.last else { continue }
                // A key that the request may say decides later.
                if last.constant == nil, last.keys.contains(where: { values.values(of: $0).isEmpty }) {
                    isNamed = false
                    continue
                }
                guard let glob = last.resolved(values.single) else { continue }
                if glob.isLiteral { names.insert(glob.bytes) } else { isNamed = false }
            }
        }
        return isAlike ? .alike : isNamed ? .names(names) : .unlike
    }

    private func lastSegment(_ resource: String) -> [UInt8] {
        cut(Array(resource.utf8), upTo: access.dialect.resourceSegments).last.map(Array.init) ?? []
    }
}
