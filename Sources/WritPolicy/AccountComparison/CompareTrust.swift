import WritModel

extension AccountComparer {
    /// Compares whom an agency trusts.
    mutating func compareTrust(_ agency: String) {
        let address = Address(.agency, agency)
        let oldTrust = old.facts.agencies[before(address).name]
        let newTrust = new.facts.agencies[agency]
        if oldTrust == newTrust || renames.values.contains(address) && newTrust == nil { return }
        let sides = [(old, before(address).name, oldTrust), (new, agency, newTrust)].map {
            account, name, trust in
            trust == nil ? PolicySet([]) : account.trusts[name]
        }
        guard let before = sides[0], let after = sides[1] else {
            rows.add(
                ClassDifference(parts: [], reasons: [.unknownPolicy("the trust of agency/\(agency)")]),
                principal: address, isLatent: false, oldGrants: [], newGrants: [])
            return
        }
        let bounds = RequestBounds(
            time: RequestBounds.Time(key: new.dialect.currentTimeKey, first: moment))
        let comparison = WritPolicy.compare(old: before, new: after, extent: .findings, bounds: bounds)
        rows.addTrust(
            agency,
            changes(.gained, comparison.gained, agency, in: after, other: before)
                + changes(.lost, comparison.lost, agency, in: before, other: after),
            reasons: Set(comparison.gained.unknown + comparison.lost.unknown))
    }

    private func changes(
        _ direction: AccessDirection, _ answer: ComparisonAnswer, _ agency: String, in side: PolicySet,
        other: PolicySet
    ) -> [AccessChange] {
        answer.findings.map { finding in
            let statement = side.statements[finding.statement]
            let isAnybody =
                statement.principals.map { $0.isExcluding || $0.entries.contains(.anybody) } ?? true
            let refused = other.decide(finding.witness)
            return AccessChange(
                direction: direction, danger: isAnybody ? .everything : .sensitive, source: .trust(agency),
                statement: statement, actions: finding.action.map { [$0.text] } ?? [], resources: [],
                principals: [], groups: [], witness: finding.witness,
                refusal: refused.verdict == .explicitDeny
                    ? refused.deciding.first.map {
                        AccessRefusal(source: .trust(agency), statement: other.statements[$0])
                    } : nil, isLatent: false)
        }
    }
}
