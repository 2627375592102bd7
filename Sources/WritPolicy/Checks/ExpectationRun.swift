import WritDiagnostics
import WritModel

/// One expectation of a test on its way to its findings.
struct ExpectationRun {
    let access: AccountAccess
    let expectation: AccessExpectation
    let moment: Instant
    var count = 0
    var findings: [CheckFinding] = []

    init(access: AccountAccess, expectation: AccessExpectation, moment: Instant) {
        self.access = access
        self.expectation = expectation
        self.moment = expectation.moment ?? moment
    }

    mutating func run() {
        let resources = expectation.on.isEmpty ? [""] : expectation.on
        for principal in principals {
            for resource in resources {
                for action in expectation.can { check(principal, action, resource, isWanted: true) }
                for action in expectation.cannot { check(principal, action, resource, isWanted: false) }
            }
        }
    }

    /// Everybody who is meant: of a group somebody who is in it and in no other, and all its members.
    private var principals: [Address] {
        var seen: Set<Address> = []
        return expectation.who.flatMap { who -> [Address] in
            guard who.address.kind == .group else { return [who.address] }
            return [who.address] + access.members(of: who.address.name)
        }.filter { seen.insert($0).inserted }
    }

    private var context: [String: [String]] {
        var context = expectation.context
        for scope in expectation.scopes {
            if let key = scope.contextKey { context[key, default: []].append(scope.name) }
        }
        return context
    }

    private func question(_ principal: Address, _ action: String, _ resource: String) -> AccessQuestion {
        AccessQuestion(
            principal, via: expectation.via.map(\.address.name), action: action, resource: resource,
            context: context, at: moment)
    }

    private mutating func check(
        _ principal: Address, _ action: String, _ resource: String, isWanted: Bool
    ) {
        count += 1
        let question = question(principal, action, resource)
        if !access.dialect.isPattern(action), !access.dialect.isPattern(resource) {
            return judge(question, access.decide(question), isWanted: isWanted)
        }
        // Whether the agencies can be entered does not hang on the action.
        if !question.via.isEmpty {
            let answer = access.decide(question)
            if answer.steps.last?.agency != nil { return judge(question, answer, isWanted: isWanted) }
        }
        let actor = question.via.last.map { Address(.agency, $0) } ?? principal
        let effective = access.effectivePolicies(of: actor)
        let request = access.request("", on: "", as: actor, context, at: moment)
        let set = effective.set.specialised(to: request)
        let resources = [resource.isEmpty ? access.dialect.noResource : resource]
        let answer =
            isWanted
            ? gained(old: set, new: access.dialect.allowing([action], on: resources))
            : gained(old: access.dialect.allowingAllBut([action], on: resources), new: set)
        if let witness = answer.witness {
            let found = self.question(principal, witness.action, witness.resource)
            return judge(found, access.decide(found), isWanted: isWanted)
        }
        let reasons = answer.unknown + effective.reasons(request)
        if !reasons.isEmpty {
            add(.unknown, "nobody knows whether \(words(question, isWanted ? "can" : "cannot"))", [], reasons)
        }
    }

    private mutating func judge(_ question: AccessQuestion, _ answer: AccessAnswer, isWanted: Bool) {
        let evidence = [CheckEvidence(question: question, answer: answer)]
        switch answer.verdict {
        case .uncertain:
            add(.unknown, "nobody knows whether \(words(question, "can"))", evidence, answer.reasons)
        case .allowed where !isWanted: add(.failed, words(question, "can"), evidence, [])
        case .explicitDeny where isWanted, .implicitDeny where isWanted:
            add(.failed, words(question, "cannot"), evidence, [])
        case .allowed, .explicitDeny, .implicitDeny: break
        }
    }

    private func words(_ question: AccessQuestion, _ verb: String) -> String {
        let via = question.via.map { " as agency/\($0)" }.joined()
        let on = question.resource.isEmpty ? "" : " on `\(question.resource)`"
        return "\(question.principal)\(via) \(verb) `\(question.action)`\(on)"
    }

    private mutating func add(
        _ sort: CheckFinding.Sort, _ message: String, _ evidence: [CheckEvidence], _ reasons: [OpenReason]
    ) {
        findings.append(
            CheckFinding(
                sort: sort, message: message, span: expectation.span, evidence: evidence,
                reasons: Set(reasons).sorted()))
    }
}
