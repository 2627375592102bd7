import WritModel

/// Callers such that every caller is told apart from others by the documents as one of these is; none where no document names principals.
func callerCases(_ statements: [Statement], _ dialect: Dialect) -> [Caller] {
    let entries = Set(statements.flatMap { $0.principals?.entries ?? [] })
    if statements.allSatisfy({ $0.principals == nil }) { return [] }
    let generic = String(decoding: genericCharacter, as: UTF8.self)
    var accounts: Set<String> = [generic]
    for case .account(let account) in entries { accounts.insert(account) }
    var callers = Set(accounts.map { Caller(sort: dialect.accountSort, name: generic, account: $0) })
    callers.insert(Caller(sort: "Service", name: generic))
    var namesBySort: [String: [Glob]] = [:]
    for case .named(let sort, let glob) in entries { namesBySort[sort, default: []].append(glob) }
    for (sort, globs) in namesBySort {
        let groups = globs.map { [Box(segments: [$0])] }
        for box in refinements(of: .everything(1), by: groups) ?? [] {
            for text in genericTexts(of: box.segments[0], ones: 0) ?? [] {
                let name = String(decoding: text, as: UTF8.self)
                if sort == dialect.accountSort {
                    let own = dialect.account(ofPrincipal: name)
                    for account in own.map({ [$0] }) ?? Array(accounts) {
                        callers.insert(Caller(sort: sort, name: name, account: account))
                    }
                } else {
                    callers.insert(Caller(sort: sort, name: name))
                }
            }
        }
    }
    return callers.sorted { ($0.sort, $0.name, $0.account ?? "") < ($1.sort, $1.name, $1.account ?? "") }
}

extension Dialect {
    /// The account that a principal's URN names; `nil` for a name without one.
    package func account(ofPrincipal name: String) -> String? {
        let segments = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        let place =
            switch self {
            case .aws: 4
            case .huawei: 2
            case .jd, .volcengine: 3
            }
        return segments.count > place && !segments[place].isEmpty ? String(segments[place]) : nil
    }
}
