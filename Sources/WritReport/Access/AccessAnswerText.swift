internal import WritDiagnostics
internal import WritModel
package import WritPolicy

/// An answer with its proof, for people: the verdict, then step by step what decides and how it reaches the one who asks.
package func render(
    _ answer: AccessAnswer, to question: AccessQuestion, places: AccessPlaces, style: Style
) -> String {
    var lines = [
        style.paint(answer.verdict.words, answer.verdict.role) + "    "
            + style.paint(questionWords(question) + ", " + terminalSafe(places.origin), .faint)
    ]
    let isChain = answer.steps.count > 1 || answer.steps.contains { $0.agency != nil }
    for step in answer.steps {
        let indent = isChain ? "    " : "  "
        if isChain {
            let what =
                step.agency.map { "assumes agency/\($0) (\(step.request.action))" } ?? step.request.action
            lines.append(
                "  " + terminalSafe("\(step.principal) \(what): ")
                    + style.paint(step.verdict.words, step.verdict.role))
        }
        for ground in step.grounds { lines += ground.lines(places, indent, style) }
        for reason in step.reasons { lines.append(indent + "why  " + terminalSafe(reason.description)) }
        for side in step.missing where step.missing.count > 1 || step.agency != nil {
            lines.append(indent + "no   " + side.lacks(step))
        }
        lines += nearness(step.misses, "near", places, indent, style)
        lines += nearness(step.reservations, "but  a Deny waits:", places, indent, style)
    }
    for note in answer.notes {
        lines.append(style.paint("note", .note) + ": " + terminalSafe(note.description))
    }
    return lines.joined(separator: "\n") + "\n"
}

/// `user/alice, iam:users:createUser on iam::acme:user:bob`.
private func questionWords(_ question: AccessQuestion) -> String {
    // A counterexample that would do with any resource names none.
    let isAny = question.resource.allSatisfy { $0 == ":" || $0 == "◊" }
    let on = isAny ? "" : " on \(question.resource)"
    let via = question.via.map { " as agency/\($0)" }.joined()
    return terminalSafe("\(question.principal)\(via), \(question.action)\(on)")
}

private func nearness(
    _ misses: [NearMiss], _ word: String, _ places: AccessPlaces, _ indent: String, _ style: Style
) -> [String] {
    misses.map { miss in
        let span = places.span(of: miss.ground.statement.path, in: miss.ground.document)
        return indent + word + " " + terminalSafe(miss.ground.name) + place(span, style) + "\n"
            + indent + "     " + terminalSafe(miss.fit.words(miss.ground))
    }
}

extension AccessGround {
    /// The statement, then each way in which it reaches the one who asks.
    func lines(_ places: AccessPlaces, _ indent: String, _ style: Style) -> [String] {
        let span = places.span(of: statement.path, in: document)
        var lines = [
            indent + "by   " + statement.effect.rawValue + ", " + terminalSafe(name) + place(span, style)
        ]
        guard case .policy(_, let routes) = document else { return lines }
        for route in routes {
            lines.append(
                indent + "     " + terminalSafe(route.words) + place(places.span(of: route.attachment), style)
            )
            if let membership = route.membership {
                lines.append(
                    indent + "     " + terminalSafe(route.membershipWords(membership))
                        + place(places.span(of: membership, isFederated: route.isFederated), style))
            }
        }
        return lines
    }
}

extension Answer.Part {
    /// Which of the sides that had to allow does not.
    fileprivate func lacks(_ step: AccessStep) -> String {
        switch self {
        case .identity: terminalSafe("nothing that \(step.principal) holds allows it")
        case .trustPolicy: terminalSafe("the trust of agency/\(step.agency ?? "") does not allow it")
        case .resourcePolicy: "the resource's policy does not allow it"
        case .boundary: "a boundary does not allow it"
        }
    }
}

/// Four spaces and `file:line:column`; nothing where no manifest says it.
func place(_ span: SourceSpan?, _ style: Style) -> String {
    span.map { "    " + style.paint(terminalSafe($0.description), .faint) } ?? ""
}
