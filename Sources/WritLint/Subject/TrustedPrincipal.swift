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
