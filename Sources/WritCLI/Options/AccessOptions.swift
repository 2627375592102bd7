internal import ArgumentParser
internal import WritEngine
internal import WritModel
internal import WritPolicy
internal import WritReport
internal import WritStore

/// Whose access is looked at: that of a commit, of a working tree, or of a live account.
struct AccessOptions: ParsableArguments {
    @Flag(help: "Look at the live account instead of the manifests")
    var live = false

    @Option(
        help: ArgumentHelp(
            "Judge expiries and conditions at this day or time instead of now", valueName: "date"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "A value of the request's context, as g:SourceIp=10.0.0.1; repeatable, also for one key",
            valueName: "key=value"))
    var with: [String] = []

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Where the request is made: project=NAME, enterpriseProject=NAME or resourceGroup=NAME; repeatable",
            valueName: "scope"))
    var scopes: [String] = []

    /// The moment that is asked about.
    func moment() throws(Failure) -> Instant {
        guard let at else { return systemTime() }
        return try instant(at)
    }

    /// The values that `--with` and `--in` give.
    func context() throws(Failure) -> [String: [String]] {
        var context: [String: [String]] = [:]
        for text in with {
            guard let (key, value) = pair(text) else {
                throw .message(
                    "`\(text)` gives no value to a key", help: "write `--with g:SourceIp=10.0.0.1`", .usage)
            }
            context[key, default: []].append(value)
        }
        for text in scopes {
            guard let (word, name) = pair(text), let key = Scope(word: word, name: name)?.contextKey else {
                throw .message(
                    "`\(text)` names no scope",
                    help: "write project=NAME, enterpriseProject=NAME or resourceGroup=NAME", .usage)
            }
            context[key, default: []].append(name)
        }
        return context
    }
}

/// What stands before and behind the first `=`, neither of them empty.
private func pair(_ text: String) -> (String, String)? {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    let value = text[text.index(after: sign)...]
    return value.isEmpty ? nil : (String(text[..<sign]), String(value))
}
