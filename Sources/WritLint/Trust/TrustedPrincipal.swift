package import WritModel
package import WritPolicy

/// Somebody whom a statement's `Principal` or `NotPrincipal` names, with where.
package struct NamedPrincipal {
    /// Who.
    package var entry: PrincipalElement.Entry
    /// As the author wrote it.
    package var text: String
    /// Where.
    package var path: ElementPath
}

extension LintedStatement {
    /// `Principal` or `NotPrincipal` as it is written.
    package var principalElement: LintedElement? { element("Principal") ?? element("NotPrincipal") }

    /// Whom the statement names, in the author's order; none where it could not be read.
    package var principals: [NamedPrincipal] {
        guard let entries = reading?.principals?.entries, let element = principalElement else { return [] }
        let texts =
            element.value.members == nil ? element.texts : element.members.flatMap(\.texts)
        guard texts.count == entries.count else { return [] }
        return zip(entries, texts).map { NamedPrincipal(entry: $0, text: $1.text, path: $1.path) }
    }

    /// Whether it is an Allow that names whom it is about.
    package var letsIn: Bool { reading?.effect == .allow && reading?.principals?.isExcluding == false }
}

extension PrincipalElement.Entry {
    /// Whether it is a service.
    package var isService: Bool { if case .named("Service", _) = self { true } else { false } }

    /// Whether it is an identity provider.
    package var isProvider: Bool { if case .named("Federated", _) = self { true } else { false } }

    /// The account that it is or belongs to; `nil` for services, providers, anybody, and names that do not say.
    package func account(_ dialect: Dialect) -> String? {
        switch self {
        case .account(let account): account
        case .named(dialect.accountSort, let glob): dialect.account(ofPrincipal: glob.description)
        case .named, .anybody: nil
        }
    }
}

extension LintedAccount {
    /// The trust documents of the target.
    package var trustPolicies: [LintedPolicy] { policies.filter { $0.kind == .trust } }

    /// What an agency's `trust:` lists; none where it states none.
    package func trustList(_ agency: DesiredObject) -> [TrustPrincipal] {
        guard case .list(let list)? = agency.fields[.trust], list.mode != .none else { return [] }
        return list.items.compactMap { if case .trust(let principal) = $0 { principal } else { nil } }
    }

    /// Whether an object is an agency that a service may use.
    package func trustsService(_ object: DesiredObject) -> Bool {
        guard object.address.kind == .agency else { return false }
        if trustList(object).contains(where: \.isService) { return true }
        return policy(object.address, .trustPolicy)?.reading.statements.contains { statement in
            statement.effect == .allow && statement.principals?.entries.contains(where: \.isService) ?? false
        } ?? false
    }
}

extension TrustPrincipal {
    /// Whether it is a service; Huawei names those of its older model like accounts.
    package var isService: Bool { sort == .service || sort == .account && name.hasPrefix("op_svc_") }
}

extension Caller {
    /// Somebody of an account that no document names.
    package static func outsider(_ dialect: Dialect) -> Caller {
        Caller(sort: dialect.accountSort, name: "\u{25CA}", account: "\u{25CA}")
    }
}

extension PrincipalElement.Entry {
    /// Somebody of an account that no document names and whom the entry lets in; `nil` where it lets none such in.
    package func outsider(_ dialect: Dialect) -> Caller? {
        switch self {
        case .anybody: return .outsider(dialect)
        case .account: return nil
        case .named(let sort, let glob):
            guard sort == dialect.accountSort, account(dialect)?.contains("*") ?? (glob == .everything) else {
                return nil
            }
            var caller = Caller.outsider(dialect)
            caller.name = glob.description.replacingStars
            return caller
        }
    }
}

extension String {
    fileprivate var replacingStars: String { String(map { $0 == "*" ? "\u{25CA}" : $0 }) }
}

extension LintedStatement {
    /// The entries that let in somebody of an account that no document names, where no Deny of the document keeps them out.
    package func openEntries(in policy: LintedPolicy) -> [NamedPrincipal] {
        guard letsIn, let reading else { return [] }
        let open = principals.filter { $0.entry.outsider(policy.dialect) != nil }
        if open.isEmpty { return [] }
        let actions = policy.dialect.actions(.assumeAgency).names.filter { name in
            let folded = foldedCase(Array(name.utf8))
            return reading.actions.included?.contains { $0.glob.matches(folded) } ?? true
        }
        var own = reading
        own.conditions = []
        var document = policy.reading
        document.statements = document.statements.filter { $0.effect == .deny } + [own]
        let set = PolicySet([document])
        return open.filter { principal in
            actions.contains { action in
                let request = Request(action: action, caller: principal.entry.outsider(policy.dialect))
                return set.decide(request).verdict == .allowed
            }
        }
    }

    /// Whether a condition asks, without a negation, for one of these keys, in lower case, for a value that not everything has.
    package func asks(for keys: Set<String>) -> Bool {
        reading?.conditions.contains { condition in
            keys.contains(condition.key) && !condition.operator.isNegated
                && condition.operator.test != .absence
                && !condition.values.contains(.pattern(TextPattern(.everything)))
        } ?? false
    }
}
