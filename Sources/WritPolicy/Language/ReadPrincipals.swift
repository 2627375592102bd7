import WritModel

extension PolicyReader {
    mutating func readPrincipals(
        _ found: StatementMembers, at path: ElementPath
    ) -> PrincipalElement? {
        let element: StatementElement = found.has(.principal) ? .principal : .notPrincipal
        guard let value = found[element] else {
            if kind != .identity {
                problems.append(PolicyProblem("the statement has no `Principal`", path, isBreaking: true))
                return PrincipalElement(isExcluding: false, entries: [])
            }
            return nil
        }
        let place = found.path(of: element)
        if kind == .identity {
            problems.append(PolicyProblem("an identity policy names no principal", place))
        }
        if element == .principal, found.has(.notPrincipal) {
            problems.append(
                PolicyProblem(
                    "`Principal` and `NotPrincipal` stand in one statement", found.path(of: .notPrincipal),
                    isBreaking: true))
        }
        return PrincipalElement(
            isExcluding: element == .notPrincipal, entries: principalEntries(value, at: place))
    }

    private mutating func principalEntries(_ value: JSONValue, at path: ElementPath) -> [PrincipalElement
        .Entry]
    {
        switch value {
        case .string("*"): return [.anybody]
        case .string(let text) where dialect == .jd: return [dialect.accountEntry(text)]
        case .object(let members):
            return members.flatMap { member -> [PrincipalElement.Entry] in
                let place = path.member(member.name)
                guard let sort = dialect.principalSort(member.name) else {
                    problems.append(
                        PolicyProblem(
                            "`\(member.name)` is no sort of principal of \(dialect.rawValue)", place,
                            isBreaking: true))
                    return []
                }
                return texts(member.value, at: place, what: "a principal") { [dialect] text, _ in
                    sort == dialect.accountSort
                        ? dialect.accountEntry(text) : .named(sort: sort, Glob(text, questionMark: false))
                }
            }
        default:
            problems.append(
                PolicyProblem(
                    "a principal is `\"*\"` or an object from sort to names", path, isBreaking: true))
            return []
        }
    }
}

extension Dialect {
    /// A principal of the sort that also names whole accounts.
    fileprivate func accountEntry(_ text: String) -> PrincipalElement.Entry {
        if text == "*" { return .anybody }
        if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return .account(text) }
        let segments = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(
            String.init)
        let (accountAt, nameAt): (Int, Int) =
            switch self {
            case .aws: (4, 5)
            case .huawei: (2, 3)
            case .jd, .volcengine: (3, 4)
            }
        if segments.count == nameAt + 1, segments[nameAt] == "root" { return .account(segments[accountAt]) }
        if self == .huawei, !text.contains(":") { return .account(text) }
        return .named(sort: accountSort, Glob(text, questionMark: false))
    }

    /// The sort of principals that are users, roles and whole accounts.
    package var accountSort: String {
        switch self {
        case .aws: "AWS"
        case .huawei, .volcengine: "IAM"
        case .jd: "JDCloud"
        }
    }

    /// The one spelling of a sort of principals; `nil` for a word that is none.
    package func principalSort(_ name: String) -> String? {
        let sorts: [String] =
            switch self {
            case .aws: ["AWS", "Service", "Federated", "CanonicalUser"]
            case .huawei: ["IAM", "Service", "Federated", "Identity_provider"]
            case .jd: ["JDCloud", "Service"]
            case .volcengine: ["IAM", "Service", "Federated"]
            }
        let sort = sorts.first { $0 == name || (self == .jd && $0.lowercased() == name.lowercased()) }
        return sort == "Identity_provider" ? "Federated" : sort
    }
}
