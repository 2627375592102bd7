internal import WritDiagnostics
internal import WritModel
package import WritPolicy

/// Everybody who may do something, grouped by what lets them.
package func render(
    _ holders: [AccessHolder], action: String, resource: String?, outsiders: [String: [String]],
    places: AccessPlaces, style: Style
) -> String {
    let on = resource.map { $0.isEmpty ? "" : " on \($0)" } ?? ""
    let users = Set(holders.filter { $0.principal.kind == .user && $0.standing == .allowed }.map(\.principal))
        .count
    var lines = [
        terminalSafe("\(action)\(on)")
            + style.paint("    \(terminalSafe(places.origin)), \(counted(users, "user"))", .faint)
    ]
    if holders.isEmpty { lines.append("nobody may") }
    for standing in AccessHolder.Standing.allCases {
        let found = holders.filter { $0.standing == standing }
        guard !found.isEmpty else { continue }
        lines.append(style.paint(standing.words, standing.role))
        for group in grouped(found) { lines += group.lines(outsiders, places, style) }
    }
    return lines.joined(separator: "\n") + "\n"
}

/// Holders who come to the same in the same way.
private struct HolderGroup {
    var principals: [String]
    var example: AccessHolder

    /// How the first step reaches them, apart from their names.
    private static func key(_ holder: AccessHolder) -> [String] {
        holder.steps.map { step in
            let grounds = (step.grounds + step.conditional.map(\.ground)).map { ground -> String in
                guard case .policy(let terms, let routes) = ground.document else { return ground.name }
                let ways = routes.map {
                    $0.membership == nil ? "itself" : $0.attachment.principal.description
                }
                return "\(ground.name) \(terms.scope) \(terms.expires?.description ?? "") \(ways)"
            }
            return "\(step.agency ?? "") \(grounds) \(step.reasons)"
        }
    }

    static func of(_ holders: [AccessHolder]) -> [HolderGroup] {
        var order: [[String]] = []
        var groups: [[String]: HolderGroup] = [:]
        for holder in holders {
            let key = key(holder) + holder.via
            if groups[key] == nil {
                order.append(key)
                groups[key] = HolderGroup(principals: [], example: holder)
            }
            groups[key]?.principals.append(holder.principal.description)
        }
        return order.compactMap { groups[$0] }
    }

    func lines(_ outsiders: [String: [String]], _ places: AccessPlaces, _ style: Style) -> [String] {
        var lines = ["  " + style.paint(terminalSafe(principals.joined(separator: ", ")), .strong)]
        for step in example.steps {
            if let agency = step.agency {
                lines.append("    → agency/" + terminalSafe(agency))
            } else if !example.via.isEmpty {
                lines.append("    then")
            }
            for ground in step.grounds {
                lines.append(
                    "    by   " + terminalSafe(ground.name)
                        + place(places.span(of: ground.statement.path, in: ground.document), style))
                lines += ways(ground, places, style)
            }
            for miss in step.conditional {
                lines.append(
                    "    by   " + terminalSafe(miss.ground.name)
                        + place(places.span(of: miss.ground.statement.path, in: miss.ground.document), style))
                lines.append("         if " + terminalSafe(miss.fit.words(miss.ground)))
                lines += ways(miss.ground, places, style)
            }
            for miss in step.reservations {
                lines.append(
                    "    but  " + terminalSafe("\(miss.ground.name) denies it " + miss.fit.words(miss.ground))
                        + place(places.span(of: miss.ground.statement.path, in: miss.ground.document), style))
            }
            for reason in step.reasons { lines.append("    why  " + terminalSafe(reason.description)) }
        }
        if example.via.isEmpty, example.principal.kind == .agency {
            let trusted = outsiders[example.principal.name] ?? []
            if !trusted.isEmpty {
                lines.append(
                    "    "
                        + terminalSafe(
                            "trusted with it outside the account: " + trusted.joined(separator: ", ")))
            }
        }
        return lines
    }

    private func ways(_ ground: AccessGround, _ places: AccessPlaces, _ style: Style) -> [String] {
        guard case .policy(_, let routes) = ground.document else { return [] }
        return routes.map {
            "         " + terminalSafe($0.words) + place(places.span(of: $0.attachment), style)
        }
    }
}

private func grouped(_ holders: [AccessHolder]) -> [HolderGroup] {
    // An agency's group tells whom it trusts, so that each has one of its own.
    var result: [HolderGroup] = HolderGroup.of(holders.filter { $0.principal.kind != .agency })
    for holder in holders where holder.principal.kind == .agency {
        result.append(HolderGroup(principals: [holder.principal.description], example: holder))
    }
    return result
}

extension AccessHolder.Standing {
    fileprivate var words: String {
        switch self {
        case .allowed: "may"
        case .conditional: "may under conditions"
        case .uncertain: "uncertain"
        }
    }

    fileprivate var role: Style.Role {
        switch self {
        case .allowed: .added
        case .conditional: .changed
        case .uncertain: .warning
        }
    }
}

/// `1 user`, `3 users`.
func counted(_ count: Int, _ word: String) -> String { "\(count) \(word)\(count == 1 ? "" : "s")" }
