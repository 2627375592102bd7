package import WritModel

/// A way to become an administrator, with everybody who can go it by the same statements.
package struct EscalationRow: Hashable, Sendable {
    /// Whose, in order.
    package var principals: [Address]
    /// Step by step; of the first of them.
    package var path: EscalationPath
}

extension EscalationSearch {
    /// Every way that is proved, in the order of the first who can go it; administrators are in no row.
    package mutating func rows() -> [EscalationRow] {
        var rows: [EscalationRow] = []
        var places: [Key: Int] = [:]
        for actor in actors where actor.isReal && !actor.isAdministrator {
            for path in paths(of: actor.address) where path.reasons.isEmpty {
                let key = Key(path, of: actor.address)
                if let place = places[key] {
                    rows[place].principals += actor.principals
                } else {
                    places[key] = rows.count
                    rows.append(EscalationRow(principals: actor.principals, path: path))
                }
            }
        }
        for index in rows.indices { rows[index].principals.sort() }
        return rows
    }

    /// Ways that are alike: the same methods by the same statements, which reach everybody through the same group.
    private struct Key: Hashable {
        var methods: [String]
        var targets: [Address?]
        var statements: [Statement]

        struct Statement: Hashable {
            var path: ElementPath
            var source: AccessSource
            var group: Address?
        }

        init(_ path: EscalationPath, of principal: Address) {
            methods = path.steps.map(\.method.id)
            targets = path.steps.map(\.target)
            statements = path.steps.flatMap(\.requests).flatMap(\.grounds).map { ground in
                switch ground.document {
                case .policy(let terms, let routes):
                    let holder = routes.first?.attachment.principal
                    return Statement(
                        path: ground.statement.path, source: .policy(terms),
                        group: holder?.kind == .group ? holder : nil)
                case .trust(let agency):
                    return Statement(path: ground.statement.path, source: .trust(agency), group: nil)
                }
            }
        }
    }
}
