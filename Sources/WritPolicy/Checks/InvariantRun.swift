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
    var effective: [GrantClass: EffectivePolicies] = [:]
    var reach: [ReachKey: Reach] = [:]

    /// Principals for which a region has one answer.
    struct ReachKey: Hashable {
        var grants: GrantClass
        /// Where a document asks for who it is.
        var principal: Address?
        var region: AccessRegion
    }

    /// Whether something of a region can be done.
    enum Reach {
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
        let groups = access.groups(of: principal).map(\.group)
        return invariant.except.contains { except in
            except.address == principal
                || except.address.kind == .group && groups.contains(except.address.name)
        }
    }

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
}
