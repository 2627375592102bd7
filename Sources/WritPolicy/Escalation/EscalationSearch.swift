package import WritModel

/// The ways by which the principals of an account can become administrators.
///
/// Goes backwards from the administrators, so that each way that is found is the shortest of its method. Principals with the same grants are
/// looked at once; somebody who may do nothing that a method needs is not looked at. The method is described in <doc:Escalation>.
package struct EscalationSearch {
    let access: AccountAccess
    let moment: Instant
    let actions: EscalationActions
    var actors: [EscalationActor] = []
    /// The actor of each principal that is one.
    private(set) var actorOf: [Address: Int] = [:]
    /// By actor, then by method.
    var ways: [[Int: EscalationWay]] = []
    /// Ways that nobody can tell whether they are open, as long as the search for others goes on.
    private var openWays: [[Int: EscalationWay]] = []
    /// By actor and method: the groups that can be joined and what the actor is then.
    private var joins: [[Int: [EscalationJoin]]] = []
    var effective: [GrantClass: EffectivePolicies] = [:]
    var answers: [NeedQuestion: NeedAnswer] = [:]
    var services: [ServiceQuestion: ServiceAnswer] = [:]
    var targets: [TargetQuestion: NamedTargets] = [:]
    let attachable: [String]
    private let gathering: ActorGathering

    /// Searches an account, for requests from `moment` on.
    package init(_ access: AccountAccess, at moment: Instant) {
        self.access = access
        self.moment = moment
        actions = EscalationActions(access.dialect)
        gathering = ActorGathering(access, actions)
        attachable = access.administratorPolicies(gathering.possible, actions, at: moment)
        for actor in gathering.actors() { add(actor) }
        for (number, actor) in actors.enumerated() {
            for principal in actor.principals { actorOf[principal] = number }
        }
        joinGroups()
        raise()
        reach()
    }

    /// What the documents of an actor say.
    mutating func policies(of actor: Int) -> EffectivePolicies {
        let grants = actors[actor].deciding
        if let known = effective[grants] { return known }
        let made = access.effectivePolicies(of: grants)
        effective[grants] = made
        return made
    }

    private mutating func add(_ actor: EscalationActor) {
        actors.append(actor)
        ways.append([:])
        openWays.append([:])
        joins.append([:])
        guard actions.mayAdminister(with: actor.possible) else { return }
        let set = policies(of: actors.count - 1).set
        actors[actors.count - 1].isAdministrator = access.administers(set, as: actor.address, at: moment)
    }

    private func methods(of actor: Int, _ isWanted: (EscalationMethod) -> Bool) -> [Int] {
        actions.methods.indices.filter {
            isWanted(actions.methods[$0]) && actions.isPossible($0, with: actors[actor].possible)
        }
    }

    // MARK: Groups

    /// Makes an actor of each one that can join a group, as it is afterwards; and goes on from there with the groups that can be
    /// joined only then.
    private mutating func joinGroups() {
        let groups = access.facts.groups.sorted()
        var reachable: [Int: Set<String>] = [:]
        var next = 0
        while next < actors.count {
            let number = next
            next += 1
            let actor = actors[number]
            if actor.isAdministrator || actor.address.kind != .user { continue }
            for method in methods(of: number, { $0.target == .group && !$0.isBoundless }) {
                for group in groups where !actor.groups.contains(group) {
                    let address = Address(.group, group)
                    let grants = access.grantClass(of: address)
                    if gathering.possible(for: grants).isEmpty { continue }
                    if reachable[number]?.contains(group) == true { continue }
                    let attempt = attempt(method, as: number, target: address)
                    guard attempt.isPossible else { continue }
                    var joining = actor
                    joining.principals = [actor.address]
                    joining.grants.terms.formUnion(grants.terms)
                    joining.deciding = gathering.deciding(joining.grants)
                    joining.groups = (actor.groups + [group]).sorted()
                    joining.joined.append(group)
                    joining.possible = gathering.possible(for: joining.grants)
                    joining.isAdministrator = false
                    let place = actors.count
                    add(joining)
                    joins[number][method, default: []].append(
                        EscalationJoin(group: group, actor: place, attempt: attempt))
                }
            }
            // What can be joined at once need not be joined after something else.
            let known = Set(joins[number].values.joined().map(\.group)).union(reachable[number] ?? [])
            for join in joins[number].values.joined() { reachable[join.actor] = known }
        }
    }

    // MARK: Ways that need nobody

    private mutating func raise() {
        for number in actors.indices where !actors[number].isAdministrator {
            for method in methods(of: number, \.isBoundless) {
                var open: EscalationWay?
                let found = firstTarget(method, as: number, among: raisingTargets(method, number))
                for (target, attempt) in found {
                    let way = EscalationWay(
                        method: method, target: target, next: nil, distance: 1,
                        requests: attempt.witnesses, reasons: attempt.reasons)
                    if attempt.reasons.isEmpty {
                        ways[number][method] = way
                        break
                    }
                    open = open ?? way
                }
                if ways[number][method] == nil, let open { openWays[number][method] = open }
            }
        }
    }

    private func raisingTargets(_ method: Int, _ actor: Int) -> [Address?] {
        switch actions.methods[method].target {
        case .nobody: [nil]
        case .group: access.facts.groups.sorted().map { Address(.group, $0) }
        case .user:
            access.facts.users.filter(\.value).keys.sorted().map { Address(.user, $0) }
                .filter { $0 != actors[actor].address }
        case .agency: access.facts.agencies.keys.sorted().map { Address(.agency, $0) }
        }
    }

    // MARK: Ways through others

    /// From the administrators backwards, round after round; then the same once more for what nobody can tell.
    private mutating func reach() {
        var distance = 1
        var frontier = actors.indices.filter { actors[$0].isAdministrator }
        var reached = Set(frontier)
        while true {
            let found = round(frontier, distance: distance, isOpen: false)
            var next = found.filter { reached.insert($0).inserted }
            if distance == 1 {
                next += actors.indices.filter { !ways[$0].isEmpty && reached.insert($0).inserted }
            }
            if next.isEmpty { break }
            frontier = next.sorted()
            distance += 1
        }
        var open: [Int] = []
        for number in actors.indices {
            for (method, way) in openWays[number] where ways[number][method] == nil {
                ways[number][method] = way
                if reached.insert(number).inserted { open.append(number) }
            }
        }
        while !open.isEmpty {
            distance += 1
            open = round(open.sorted(), distance: distance, isOpen: true)
                .filter { reached.insert($0).inserted }
        }
    }

    /// Who comes to one of these by one method, each method of each actor once.
    ///
    /// - Parameter isOpen: Whether nobody can tell that these can become administrators.
    private mutating func round(_ frontier: [Int], distance: Int, isOpen: Bool) -> [Int] {
        guard !frontier.isEmpty else { return [] }
        let isReached = Set(frontier)
        let users = frontier.filter { actors[$0].isReal && actors[$0].address.kind == .user }
        let agencies = frontier.filter { actors[$0].isReal && actors[$0].address.kind == .agency }
        var found: [Int] = []
        for number in actors.indices where !actors[number].isAdministrator {
            let wanted = methods(of: number) { !$0.isBoundless }
            for method in wanted where ways[number][method] == nil {
                var attempts: [(Address?, Int, MethodAttempt)] = []
                switch actions.methods[method].target {
                case .nobody: continue
                case .group:
                    attempts = (joins[number][method] ?? []).filter { isReached.contains($0.actor) }
                        .map { (Address(.group, $0.group), $0.actor, $0.attempt) }
                case .user, .agency:
                    let isUser = actions.methods[method].target == .user
                    for next in isUser ? users : agencies where next != number {
                        let tried = firstTarget(method, as: number, among: actors[next].principals)
                        attempts += tried.map { ($0.0, next, $0.1) }
                        if tried.contains(where: { $0.1.reasons.isEmpty }) { break }
                    }
                }
                let best = attempts.first { $0.2.reasons.isEmpty } ?? attempts.first
                guard let (target, next, attempt) = best else { continue }
                var way = EscalationWay(
                    method: method, target: target, next: next, distance: distance,
                    requests: attempt.witnesses, reasons: attempt.reasons)
                if isOpen { way.reasons.formUnion(bestWay(of: next)?.reasons ?? []) }
                if way.reasons.isEmpty || isOpen {
                    ways[number][method] = way
                    found.append(number)
                } else if openWays[number][method] == nil {
                    openWays[number][method] = way
                }
            }
        }
        return found
    }

    /// The way that is told where one is enough: certain before uncertain, short before long, bad before less bad.
    func bestWay(of actor: Int) -> EscalationWay? {
        ways[actor].values.min { rank($0) < rank($1) }
    }

    func rank(_ way: EscalationWay) -> (Int, Int, Int, Int) {
        (
            way.reasons.isEmpty ? 0 : 1, way.distance,
            actions.methods[way.method].severity == .critical ? 0 : 1, way.method
        )
    }
}

/// One way of one actor, by one method.
struct EscalationWay {
    var method: Int
    var target: Address?
    /// What the actor is afterwards; `nil` for somebody who may do anything.
    var next: Int?
    /// How many methods it takes to the end.
    var distance: Int
    var requests: [NeedWitness]
    /// Why nobody can tell whether it is open.
    var reasons: Set<OpenReason>
}

/// A group that can be joined.
struct EscalationJoin {
    var group: String
    /// What the one who joins is then.
    var actor: Int
    var attempt: MethodAttempt
}
