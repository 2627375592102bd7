/// Whom a statement of a resource or trust policy is about.
package struct PrincipalElement: Hashable, Sendable {
    /// Somebody an element names.
    package enum Entry: Hashable, Sendable {
        /// `"*"`.
        case anybody
        /// Every principal of an account, each as far as the account itself allows.
        case account(String)
        /// One name, or a pattern of names, of a sort such as `AWS`, `IAM`, `Service`, `Federated`.
        case named(sort: String, Glob)
    }

    /// Whether it is `NotPrincipal`: everybody but these.
    package var isExcluding: Bool
    /// In the author's order.
    package var entries: [Entry]

    /// Whether the element names the caller itself rather than its account.
    package func namesDirectly(_ caller: Caller) -> Bool {
        !isExcluding
            && entries.contains {
                if case .account = $0 { return false }
                return $0.matches(caller)
            }
    }

    /// Whether the element is about the caller.
    package func matches(_ caller: Caller) -> Bool {
        entries.contains { $0.matches(caller) } != isExcluding
    }
}

extension PrincipalElement.Entry {
    /// Whether it names the caller.
    package func matches(_ caller: Caller) -> Bool {
        switch self {
        case .anybody: true
        case .account(let account): caller.account == account && caller.sort != "Service"
        case .named(let sort, let glob): sort == caller.sort && glob.matches(Array(caller.name.utf8))
        }
    }
}
