import WritDiagnostics
import WritModel

/// An invariant on its way to its findings: looks at every principal, whatever its requests say, from a moment on.
struct InvariantRun {
    let access: AccountAccess
    let invariant: Invariant
    let span: SourceSpan
    let moment: Instant
    var count = 0
    var findings: [CheckFinding] = []
    private var effective: [GrantClass: EffectivePolicies] = [:]
    private var reach: [ReachKey: Reach] = [:]

    /// Principals for which a region has one answer.
    private struct ReachKey: Hashable {
        var grants: GrantClass
        /// Where a document asks for who it is.
        var principal: Address?
        var region: AccessRegion
    }

    /// Whether something of a region can be done.
    private enum Reach {
        case never
        case request(Request)
        case unknown([OpenReason])
    }

    init(access: AccountAccess, invariant: Invariant, span: SourceSpan, moment: Instant) {
        self.access = access
        self.invariant = invariant
        self.span = span
        self.moment = invariant.moment ?? moment
    }

    mutating func run() {
        let left = access.principals.filter { !isExcepted($0) && !access.isDisabled($0) }
        count = left.count
        switch invariant.rule {
        case .nobody(let region): nobody(region, left)
        case .separate(let regions): separate(regions, left)
        }
    }

    private func isExcepted(_ principal: Address) -> Bool {
        let groups = principal.kind == .user ? access.groups(of: principal.name).map(\.group) : []
        return invariant.except.contains { except in
            except.address == principal
                || except.address.kind == .group && groups.contains(except.address.name)
        }
    }

    // MARK: - Nobody

    private mutating func nobody(_ region: AccessRegion, _ principals: [Address]) {
        var found: [GrantClass: (names: [Address], finding: CheckFinding)] = [:]
        var order: [GrantClass] = []
        for principal in principals {
            let grants = access.grantClass(of: principal)
            guard let finding = finding(region, principal) else { continue }
            if found[grants] == nil { order.append(grants) }
            found[grants, default: ([], finding)].names.append(principal)
        }
        for grants in order {
            guard let (names, first) = found[grants] else { continue }
            var finding = first
            let shown = names.prefix(8).map(\.description).joined(separator: ", ")
            let who = shown + (names.count > 8 ? " and \(names.count - 8) more" : "")
            finding.message = who + " " + finding.message
            findings.append(finding)
        }
    }

    private mutating func finding(_ region: AccessRegion, _ principal: Address) -> CheckFinding? {
        switch reach(of: principal, region) {
        case .never: return nil
        case .request(let request):
            let evidence = evidence(request, principal, via: [])
            return CheckFinding(
                sort: .failed, message: "may `\(request.action)`" + on(request), span: region.span,
                evidence: [evidence], reasons: [])
        case .unknown(let reasons):
            return CheckFinding(
                sort: .unknown, message: "may perhaps do something of it: nobody knows", span: region.span,
                evidence: [], reasons: reasons)
        }
    }

    // MARK: - Separate

    private mutating func separate(_ regions: [AccessRegion], _ principals: [Address]) {
        // Whoever reaches the rarest part is looked at further; most reach none.
        let entrances = agencies(regions)
        for principal in principals {
            var evidence: [CheckEvidence] = []
            var reasons: [OpenReason] = []
            var isPossible = true
            for region in regions {
                var isKnown = false
                var perhaps: [OpenReason] = []
                for way in [[]] + (entrances.isEmpty ? [] : ways(from: principal, to: entrances)) {
                    let actor = way.last.map { Address(.agency, $0) } ?? principal
                    switch reach(of: actor, region) {
                    case .never: continue
                    case .unknown(let found): perhaps += found
                    case .request(let request):
                        let found = self.evidence(request, principal, via: way)
                        if found.answer.verdict == .allowed {
                            evidence.append(found)
                            isKnown = true
                        } else {
                            perhaps +=
                                found.answer.reasons + [
                                    .tooManyCases(
                                        "ways through \(way.map { "agency/\($0)" }.joined(separator: ", "))")
                                ]
                        }
                    }
                    if isKnown { break }
                }
                if isKnown { continue }
                reasons += perhaps
                if perhaps.isEmpty {
                    isPossible = false
                    break
                }
            }
            guard isPossible else { continue }
            let actions = evidence.map { "`\($0.question.action)`" + on($0.question.resource) }
            let sort: CheckFinding.Sort = evidence.count == regions.count ? .failed : .unknown
            findings.append(
                CheckFinding(
                    sort: sort,
                    message: sort == .failed
                        ? "\(principal) may " + actions.joined(separator: " and ")
                        : "\(principal) may perhaps do both: nobody knows",
                    span: regions.first?.span ?? span, evidence: sort == .failed ? evidence : [],
                    reasons: sort == .failed ? [] : Set(reasons).sorted()))
        }
    }

    /// The agencies that may do something of one of the regions.
    private mutating func agencies(_ regions: [AccessRegion]) -> Set<String> {
        var result: Set<String> = []
        for agency in access.facts.agencies.keys {
            for region in regions {
                if case .never = reach(of: Address(.agency, agency), region) { continue }
                result.insert(agency)
            }
        }
        return result
    }

    /// The shortest way into each of these agencies that there may be.
    private func ways(from principal: Address, to wanted: Set<String>) -> [[String]] {
        var result: [[String]] = []
        var seen: Set<String> = principal.kind == .agency ? [principal.name] : []
        var open: [(Address, [String])] = [(principal, [])]
        while !open.isEmpty {
            let (actor, way) = open.removeFirst()
            let question = AccessQuestion(
                actor, action: "", context: invariant.context.mapValues { [$0] }, at: moment)
            for agency in access.facts.agencies.keys.sorted() where !seen.contains(agency) {
                guard access.entry(into: agency, question) != nil else { continue }
                seen.insert(agency)
                if wanted.contains(agency) { result.append(way + [agency]) }
                open.append((Address(.agency, agency), way + [agency]))
            }
        }
        return result
    }

    // MARK: - One principal, one region

    private mutating func reach(of principal: Address, _ region: AccessRegion) -> Reach {
        let grants = access.grantClass(of: principal)
        let policies = effective[grants] ?? access.effectivePolicies(of: grants)
        effective[grants] = policies
        let own = PrincipalContext(principal, account: access.account, dialect: access.dialect, at: moment)
        let time = access.dialect.currentTimeKey
        var fixed: [String: String] = [:]
        for (key, values) in own.context where key != time && key != "aws:EpochTime" {
            fixed[key] = values.first
        }
        for (key, value) in invariant.context { fixed[key] = value }
        let names = Set(fixed.keys.map { $0.lowercased() })
        let key = ReachKey(
            grants: grants, principal: policies.set.asksFor(names) ? principal : nil, region: region)
        if let known = reach[key] { return known }
        let answer = gained(
            old: access.dialect.allowingAllBut(region.actions, on: region.resources), new: policies.set,
            bounds: RequestBounds(fixed: fixed, time: .init(key: time, first: moment)))
        let result: Reach
        if let witness = answer.witness {
            result = .request(witness)
        } else {
            let unknown = policies.unknown.map { OpenReason.unknownPolicy($0.policy.description) }
            let reasons = Set(answer.unknown + unknown).sorted()
            result = reasons.isEmpty ? .never : .unknown(reasons)
        }
        reach[key] = result
        return result
    }

    private func evidence(_ request: Request, _ principal: Address, via: [String]) -> CheckEvidence {
        // What follows from the principal is its own: the request was found for all of its class.
        let actor = via.last.map { Address(.agency, $0) } ?? principal
        let own = PrincipalContext(actor, account: access.account, dialect: access.dialect, at: moment)
        var context = Dictionary(
            uniqueKeysWithValues: invariant.context.map { ($0.key, [$0.value]) })
        let said = Set(own.context.keys.map { $0.lowercased() })
            .subtracting([access.dialect.currentTimeKey.lowercased()])
            .union(context.keys.map { $0.lowercased() })
        let spelling = effective[access.grantClass(of: actor)]?.set.keyNames ?? [:]
        for (key, values) in request.context where !said.contains(key) {
            context[spelling[key] ?? key] = values
        }
        let question = AccessQuestion(
            principal, via: via, action: request.action, resource: request.resource, context: context,
            at: moment)
        return CheckEvidence(question: question, answer: access.decide(question))
    }

    private func on(_ request: Request) -> String { on(request.resource) }

    /// Nothing where any resource would do.
    private func on(_ resource: String) -> String {
        let isAny = resource.allSatisfy { $0 == ":" || $0 == "◊" }
        return isAny ? "" : " on `\(resource)`"
    }
}

extension PolicySet {
    /// How the authors write each key of a condition.
    fileprivate var keyNames: [String: String] {
        Dictionary(
            statements.flatMap { $0.conditions.map { ($0.key, $0.keyName) } },
            uniquingKeysWith: { first, _ in first })
    }

    /// Whether a statement looks at one of these keys, in lower case.
    fileprivate func asksFor(_ keys: Set<String>) -> Bool {
        statements.contains { statement in
            statement.conditions.contains { condition in
                keys.contains(condition.key)
                    || condition.values.contains { value in
                        guard case .pattern(let pattern) = value else { return false }
                        return pattern.keys.contains(where: keys.contains)
                    }
            }
                || ((statement.resources.included ?? []) + statement.resources.excluded).contains { pattern in
                    pattern.segments?.contains { $0.keys.contains(where: keys.contains) } ?? false
                }
        }
    }
}
