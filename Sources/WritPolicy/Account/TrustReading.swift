internal import WritModel

extension AgencyTrust {
    /// The trust as a document; `nil` where it is not known.
    ///
    /// A list becomes one statement for each principal, in its order, about every way of assuming the agency.
    func reading(dialect: Dialect, account: String) -> PolicyReading? {
        switch self {
        case .unknown: return nil
        case .document(let document): return readPolicy(document.json, dialect: dialect, kind: .trust)
        case .list(let principals):
            let statements = principals.enumerated().map { index, principal in
                Statement(
                    index: index, sid: nil, effect: .allow,
                    principals: PrincipalElement(
                        isExcluding: false, entries: [principal.entry(dialect: dialect, account: account)]),
                    actions: .everything, resources: .everything, conditions: [],
                    path: ElementPath().item(index))
            }
            return PolicyReading(
                dialect: dialect, kind: .trust, options: ReadingOptions(), statements: statements,
                unreadableCount: 0, problems: [], dependencies: [])
        }
    }
}

extension TrustPrincipal {
    fileprivate func entry(dialect: Dialect, account: String) -> PrincipalElement.Entry {
        switch sort {
        case .account: .account(name)
        case .user:
            .named(
                sort: dialect.accountSort,
                Glob(literal: name.contains(":") ? name : dialect.name(of: .user, name, account: account)))
        case .service: .named(sort: "Service", Glob(literal: name))
        case .identityProvider: .named(sort: "Federated", Glob(literal: name))
        }
    }
}
