internal import WritDiagnostics
internal import WritModel
internal import WritPolicy

extension Rule {
    /// A name that the vendor does not take.
    static let invalidName = Rule(
        "LIM010", "invalid-name", .error,
        page: RulePage(
            summary:
                "The name of a user, group, policy or agency has characters or a length that its vendor refuses.",
            why: "The object cannot be created: the apply stops there, and what depends on it waits.",
            avoid: "metadata: {name: \"read logs\"}",
            prefer: "metadata: {name: read-logs}",
            references: [
                "Huawei Cloud IAM: CreatePolicyV5, policy_name",
                "JD Cloud IAM: createSubUser, createGroup, createPolicy, createRole",
                "Volcengine IAM: CreateUser, CreateGroup, CreatePolicy, CreateRole",
                "AWS IAM: name requirements and character limits",
            ]),
        check: .account(inspect))
}

private func inspect(_ account: LintedAccount, _ report: inout Report) {
    for object in account.objects {
        let name = object.address.name
        guard let form = NameForm(of: object, account), let problem = form.problem(of: name) else { continue }
        report.find(
            "the \(object.address.kind.rawValue) name `\(name)` \(problem)", at: .object(object.address),
            help: "write \(form.words)")
    }
}

/// What a vendor takes as the name of a kind.
private struct NameForm {
    var range: ClosedRange<Int>
    /// Beside letters and digits of ASCII.
    var others: String
    var startsWithLetter = false

    init(_ range: ClosedRange<Int>, _ others: String, startsWithLetter: Bool = false) {
        self.range = range
        self.others = others
        self.startsWithLetter = startsWithLetter
    }

    /// `nil` where the vendor's pages do not say, or disagree.
    init?(of object: DesiredObject, _ account: LintedAccount) {
        switch (account.dialect, object.address.kind) {
        case (_, .passwordPolicy): return nil
        // Manifests take spaces in the names of policies alone, and nothing else that AWS refuses.
        case (.aws, .policy): self.init(1...128, "_+=,.@-")
        case (.aws, _): return nil
        case (.jd, .user): self.init(4...20, "_-", startsWithLetter: true)
        case (.jd, .group): self.init(4...32, "_-", startsWithLetter: true)
        case (.jd, _): self.init(4...64, "_-", startsWithLetter: true)
        case (.volcengine, .user): self.init(1...64, "_.@-")
        case (.volcengine, .policy): self.init(1...64, "+=,.@_-")
        case (.volcengine, _): self.init(1...64, "._-")
        case (.huawei, .policy):
            guard account.policy(object.address)?.form == .huaweiIdentity else { return nil }
            self.init(1...128, "_+=.@-")
        // What manifests take is what trust agencies have; the pages disagree on the rest.
        case (.huawei, _): return nil
        }
    }

    func problem(of name: String) -> String? {
        let count = name.unicodeScalars.count
        if count > range.upperBound { return "has \(count) characters of at most \(range.upperBound)" }
        if count < range.lowerBound { return "has \(count) characters of at least \(range.lowerBound)" }
        if let bad = name.unicodeScalars.first(where: { !isTaken($0) }) {
            return "has the character `\(bad)`"
        }
        if startsWithLetter, let first = name.first, !first.isLetter { return "does not start with a letter" }
        return nil
    }

    /// What it takes, for people.
    var words: String {
        "\(range.lowerBound) to \(range.upperBound) letters, digits and "
            + others.map { "`\($0)`" }.joined(separator: " ") + (startsWithLetter ? ", a letter first" : "")
    }

    private func isTaken(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: others.unicodeScalars.contains(scalar)
        }
    }
}
