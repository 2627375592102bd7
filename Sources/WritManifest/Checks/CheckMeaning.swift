internal import WritDiagnostics
internal import WritModel

extension AccessCheck {
    /// The same with every place taken out: what has to stay when a file is laid out anew.
    var withoutPlaces: AccessCheck {
        let nowhere = SourceSpan(startOf: "")
        var result = self
        result.span = nowhere
        func bare(_ principals: [CheckPrincipal]) -> [CheckPrincipal] {
            principals.map { CheckPrincipal($0.address, at: nowhere) }
        }
        func bare(_ region: AccessRegion) -> AccessRegion {
            AccessRegion(region.actions, on: region.resources, at: nowhere)
        }
        switch content {
        case .test(let expectations):
            result.content = .test(
                expectations.map { expectation in
                    var expectation = expectation
                    expectation.who = bare(expectation.who)
                    expectation.via = bare(expectation.via)
                    expectation.span = nowhere
                    return expectation
                })
        case .invariant(var invariant):
            invariant.except = bare(invariant.except)
            switch invariant.rule {
            case .nobody(let region): invariant.rule = .nobody(bare(region))
            case .separate(let regions): invariant.rule = .separate(regions.map(bare))
            }
            result.content = .invariant(invariant)
        }
        return result
    }
}
