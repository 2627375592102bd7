internal import WritDiagnostics
package import WritModel
internal import WritPolicy

/// An account that is not the target's own and may assume one of its agencies.
package struct ForeignTrust {
    /// The account, as it is written there.
    package var account: String
    /// The agency.
    package var agency: DesiredObject
    /// Where it stands.
    package var place: Place
    /// The statement that lets it in; `nil` for an entry of `trust:`.
    package var statement: LintedStatement?
    /// Whether everybody of the account is meant.
    package var isWhole: Bool
}

extension LintedAccount {
    /// Every entry that lets another account in, in the order of the agencies.
    package var foreignTrusts: [ForeignTrust] {
        objects(.agency).flatMap { agency -> [ForeignTrust] in
            let listed = trustList(agency).compactMap { principal -> ForeignTrust? in
                let account =
                    principal.sort == .user ? dialect.account(ofPrincipal: principal.name) : principal.name
                guard principal.sort == .account || principal.sort == .user, !principal.isService,
                    let account,
                    account != target.account
                else { return nil }
                return ForeignTrust(
                    account: account, agency: agency, place: .field(agency.address, .trust), statement: nil,
                    isWhole: principal.sort == .account)
            }
            guard let policy = policy(agency.address, .trustPolicy) else { return listed }
            return listed
                + policy.statements.flatMap { statement -> [ForeignTrust] in
                    guard statement.letsIn else { return [] }
                    return statement.principals.compactMap { principal in
                        guard let account = principal.entry.account(dialect), account != target.account,
                            !account.contains("*")
                        else { return nil }
                        let isWhole = if case .account = principal.entry { true } else { false }
                        return ForeignTrust(
                            account: account, agency: agency, place: .value(principal.path, of: policy.id),
                            statement: statement, isWhole: isWhole)
                    }
                }
        }
    }
}
