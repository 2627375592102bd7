import WritDiagnostics
import WritModel

extension InvariantRun {
    /// Looks for somebody who can do something of each region, also through agencies.
    mutating func separate(_ regions: [AccessRegion], _ principals: [Address]) {
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
}
