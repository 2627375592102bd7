internal import WritModel
internal import WritPolicy

extension LintedAccount {
    /// Where an attachment that reaches somebody is stated.
    func place(of grant: Grant) -> Place? { place(of: grant.attachment) }

    /// The entry of a statement that is about an action; the statement's effect where none is, and `nil` for a document that
    /// no manifest has.
    func place(of statement: Statement, in source: AccessSource, action: String) -> Place? {
        let policy: LintedPolicy?
        switch source {
        case .policy(let terms):
            guard case .custom(let name) = terms.policy else { return nil }
            policy = self.policy(Address(.policy, name))
        case .trust(let agency):
            let address = Address(.agency, agency)
            policy = self.policy(address, .trustPolicy)
            if policy == nil, state.objects[address]?.fields[.trust] != nil { return .field(address, .trust) }
        }
        guard let policy, policy.statements.indices.contains(statement.index) else { return nil }
        let text = Array(action.lowercased().utf8)
        let entry = statement.actions.included?.first { $0.text == action || $0.glob.matches(text) }
        let path = entry?.path ?? policy.statements[statement.index].effectPath
        return .value(path, of: policy.id)
    }
}

extension AccessGround {
    /// What gives it.
    var source: AccessSource {
        switch document {
        case .policy(let terms, _): .policy(terms)
        case .trust(let agency): .trust(agency)
        }
    }

    /// The first way by which it reaches the one who asks; `nil` for a trust.
    var route: Grant? {
        if case .policy(_, let routes) = document { routes.first } else { nil }
    }
}

extension AccessSource {
    /// `policy/ledger-read in project cn-north-4`, for messages.
    var title: String {
        switch self {
        case .trust(let agency): "the trust of `agency/\(agency)`"
        case .policy(let terms):
            "`\(terms.policy)`" + (terms.scope == .account ? "" : " in \(terms.scope)")
        }
    }
}

/// The first names of a list, and how many more there are: `` `user/ann`, `user/bob` and 3 more ``.
func named(_ addresses: [Address], limit: Int = 3) -> String {
    let shown = addresses.prefix(limit).map { "`\($0)`" }.joined(separator: ", ")
    return addresses.count > limit ? "\(shown) and \(addresses.count - limit) more" : shown
}
