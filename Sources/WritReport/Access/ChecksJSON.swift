internal import WritDiagnostics
package import WritModel
package import WritPolicy

/// What became of tests and invariants, as a JSON document.
package func json(_ results: [CheckResult], at moment: Instant, places: AccessPlaces) -> JSONValue {
    var members: [JSONValue.Member] = [
        .init("format", "writ/test/1"), .init("at", .string(moment.description)),
    ]
    members += origin(places)
    members.append(
        .init(
            "checks",
            .array(
                results.map { result in
                    [
                        "check": .string(result.check.id), "source": json(result.check.span),
                        "holds": .boolean(result.holds), "count": .integer(result.count),
                        "findings": .array(result.findings.map { json($0, places) }),
                    ]
                })))
    return .object(members)
}

private func json(_ finding: CheckFinding, _ places: AccessPlaces) -> JSONValue {
    [
        "result": .string(finding.sort.rawValue), "message": .string(finding.message),
        "source": json(finding.span), "reasons": .array(finding.reasons.map { .string($0.description) }),
        "evidence": .array(
            finding.evidence.map { evidence in
                let context = evidence.question.context.sorted { $0.key < $1.key }.map {
                    JSONValue.Member($0.key, .array($0.value.map(JSONValue.string)))
                }
                return [
                    "context": .object(context),
                    "answer": json(evidence.answer, to: evidence.question, places: places),
                ]
            }),
    ]
}
