import WritModel

/// What the request of a need is on.
enum NeedResource: Hashable {
    case one(String)
    /// Something that a pattern stands for.
    case any(of: String)
    case anything

    /// The patterns of an action's resource that stand for it; none for every resource.
    var patterns: [String] {
        switch self {
        case .one(let text), .any(of: let text): [text]
        case .anything: []
        }
    }

    /// A name that no document mentions, where any will do.
    var example: String {
        switch self {
        case .one(let text): text
        case .any(of: let text): String(text.map { $0 == "*" ? "\u{25CA}" : $0 })
        case .anything: ""
        }
    }
}

/// Whether an actor may do something.
enum NeedAnswer {
    case no
    case yes(NeedWitness)
    /// Nobody can tell.
    case open(Set<OpenReason>)
}

/// One question to the evaluator.
struct NeedQuestion: Hashable {
    var actor: Int
    var action: String
    var resource: NeedResource
    var fixed: [String: String]
}

extension EscalationSearch {
    /// Whether there is a request that is allowed to an actor, whatever else it says.
    mutating func ask(
        _ action: String, on resource: NeedResource, as actor: Int, fixed: [String: String]
    ) -> NeedAnswer {
        guard let number = actions.number(of: action), actors[actor].possible.contains(number) else {
            return .no
        }
        let question = NeedQuestion(actor: actor, action: action, resource: resource, fixed: fixed)
        if let known = answers[question] { return known }
        let answer = find(action, resource, actor, fixed)
        answers[question] = answer
        return answer
    }

    private mutating func find(
        _ action: String, _ resource: NeedResource, _ actor: Int, _ fixed: [String: String]
    ) -> NeedAnswer {
        let set = policies(of: actor).set
        let principal = actors[actor].address
        let said = fixed.mapValues { [$0] }
        let plain = access.request(action, on: resource.example, as: principal, said, at: moment)
        if set.decide(plain).verdict == .allowed {
            return .yes(NeedWitness(action: action, resource: resource.example, context: said))
        }
        if case .one = resource, set.unreadableCount == 0, !set.mayAllow(plain) { return .no }
        let own = access.ownValues(of: principal, at: moment)
        let bounds = RequestBounds(
            fixed: own.merging(fixed.map { ($0.key.lowercased(), $0.value) }) { _, new in new },
            time: .init(key: access.dialect.currentTimeKey, first: moment))
        let found = gained(
            old: access.dialect.allowingAllBut([action], on: resource.patterns), new: set, bounds: bounds)
        guard let witness = found.witness else {
            return found.unknown.isEmpty ? .no : .open(Set(found.unknown))
        }
        var context = said
        let spelling = set.keyNames
        for (key, values) in witness.context where own[key.lowercased()] == nil {
            if fixed.keys.contains(where: { $0.lowercased() == key.lowercased() }) { continue }
            context[spelling[key.lowercased()] ?? key] = values
        }
        let name = resource.isOne ? resource.example : witness.resource
        func isAllowed(_ context: [String: [String]]) -> Bool {
            let request = access.request(action, on: name, as: principal, context, at: moment)
            return set.decide(request).verdict == .allowed
        }
        guard isAllowed(context) else {
            return .open([.tooManyCases("a request for `\(action)`")])
        }
        context = leastContext(context) { fixed[$0] != nil || !isAllowed($1) }
        return .yes(NeedWitness(action: action, resource: name, context: context))
    }
}

/// The context without the keys that do not matter.
///
/// - Parameter isNeeded: Whether a key is needed; with the context that would be left without it.
func leastContext(
    _ context: [String: [String]], _ isNeeded: (String, [String: [String]]) -> Bool
) -> [String: [String]] {
    var result = context
    for key in context.keys.sorted() {
        var less = result
        less[key] = nil
        if !isNeeded(key, less) { result = less }
    }
    return result
}

extension NeedResource {
    fileprivate var isOne: Bool { if case .one = self { true } else { false } }
}

extension PolicySet {
    /// Whether an Allow is about the action and resource, whatever its conditions, and no Deny is for sure.
    fileprivate func mayAllow(_ request: Request) -> Bool {
        let fits = fits(request)
        let isDenied = fits.contains { fit in
            statements[fit.statement].effect == .deny && statements[fit.statement].conditions.isEmpty
                && fit.action == .yes && fit.resource == .yes
        }
        return !isDenied
            && fits.contains { statements[$0.statement].effect == .allow && $0.resource != .no }
    }
}
