package import WritModel

extension AccountAccess {
    /// The keys, in lower case, that follow from the principal's name and not from the moment.
    package func ownValues(of principal: Address, at moment: Instant) -> [String: String] {
        guard principal.kind != .group else { return [:] }
        let context = PrincipalContext(principal, account: account, dialect: dialect, at: moment).context
        var values: [String: String] = [:]
        for (key, texts) in context where key != dialect.currentTimeKey {
            values[key.lowercased()] = texts.first
        }
        return values
    }
}

extension PolicyReading {
    /// Whether a statement asks for the name of the one who makes the request.
    package func asksForPrincipal(_ dialect: Dialect, account: String) -> Bool {
        let context = PrincipalContext(
            Address(.user, ""), account: account, dialect: dialect, at: Instant(epochSeconds: 0))
        let own = Set(context.context.keys.map { $0.lowercased() })
        return !keys.subtracting([dialect.currentTimeKey.lowercased()]).isDisjoint(with: own)
    }
}
