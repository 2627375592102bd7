/// The verbs that actions which only read start with, by the vendors' lists of actions of the access levels List and Read.
package let readVerbs = [
    "get", "list", "describe", "show", "head", "query", "check", "read", "view", "search", "lookup", "count",
    "batchget", "batchlist", "batchdescribe", "select", "scan", "validate", "simulate", "test", "preview",
]

/// The verb of a list that an action's last segment starts with; `nil` for an action that may do more.
///
/// A verb ends before a capital letter, a wildcard or the end; in a name of small letters alone anywhere.
package func verb(of action: String, among verbs: [String]) -> String? {
    guard let operation = action.split(separator: ":", omittingEmptySubsequences: false).last else {
        return nil
    }
    let folded = operation.lowercased()
    let isOneCase = !operation.contains(where: \.isUppercase)
    return verbs.filter { verb in
        guard folded.hasPrefix(verb) else { return false }
        guard let next = operation.dropFirst(verb.count).first else { return true }
        return isOneCase || !next.isLowercase
    }.max { $0.count < $1.count }
}
