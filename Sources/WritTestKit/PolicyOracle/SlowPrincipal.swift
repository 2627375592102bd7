internal import WritModel
internal import WritPolicy

/// Whether a principal element lists the caller.
func slowPrincipal(_ element: JSONValue, _ caller: Caller, _ dialect: Dialect) -> SlowTruth {
    if let text = element.string {
        if text == "*" { return .yes }
        return SlowTruth(slowLists(text, caller))
    }
    for member in element.members ?? [] {
        // Everyone under the sort of accounts is everyone.
        let isAccounts = ["aws", "iam", "jdcloud"].contains(slowLowercase(member.name))
        if isAccounts && slowTexts(member.value).contains("*") { return .yes }
        guard slowSort(member.name, dialect) == slowSort(caller.sort, dialect) else { continue }
        for text in slowTexts(member.value) where slowLists(text, caller) { return .yes }
    }
    return .no
}

/// Sorts that mean one thing have one name.
private func slowSort(_ sort: String, _ dialect: Dialect) -> String {
    if dialect == .huawei && sort == "Identity_provider" { return "Federated" }
    return dialect == .jd ? slowLowercase(sort) : sort
}

/// A name, an account, or an account's root.
private func slowLists(_ text: String, _ caller: Caller) -> Bool {
    if slowMatches(slowTokens(text, questionMarkIsWildcard: false), caller.name) { return true }
    guard let account = caller.account else { return false }
    return [
        account, "arn:aws:iam::\(account):root", "iam::\(account):root", "jrn:iam::\(account):root",
        "trn:iam::\(account):root",
    ].contains(text)
}
