package import WritModel
internal import WritPolicy

/// The words that generated documents of a dialect are made of: few, so that they meet often.
package struct PolicyVocabulary: Sendable {
    /// The dialect.
    package let dialect: Dialect
    /// Lists of words, one for each segment of an action.
    let action: [[String]]
    /// Lists of words, one for each segment of a resource.
    let resource: [[String]]
    /// Keys by what their values are.
    let keys: [(name: String, values: Values)]
    /// Operators by what they compare.
    let operators: [(names: [String], values: Values)]
    /// What `{"Principal": …}` may hold: sorts with names.
    let principals: [(sort: String, names: [String])]
    /// Who may ask.
    let callers: [Caller]

    /// What a key's values are.
    enum Values: CaseIterable, Hashable, Sendable {
        case text, number, date, flag, address
    }

    /// The words of that dialect.
    package init(_ dialect: Dialect) {
        self.dialect = dialect
        let services = ["s3", "iam", "s"]
        let verbs = ["Get", "GetAll", "Put", "List", "*", "Get*", "*t", "P*", "G*t*", "L?st", "?et", "Put?"]
        action = dialect == .huawei ? [services, ["a", "ab", "", "*"], verbs] : [services, verbs]
        let paths = ["b", "b1", "b/k", "b/*", "*", "b:c", "*:*", "b*k", "B", "?", "b?", "*1", "b/${n}"]
        let few = ["", "*", "x", "x*", "y"]
        switch dialect {
        case .aws: resource = [["arn", "a*"], ["aws", "*"], services + ["*", "S3"], few, few, paths]
        case .huawei: resource = [services + ["*", "S3"], few, few, ["bucket", "Bucket", "b*", "*"], paths]
        case .jd: resource = [["jrn", "j*"], services + ["*"], few, few, paths]
        case .volcengine: resource = [["trn"], services + ["*"], few, few, paths]
        }
        keys =
            [
                ("k:Name", .text), ("k:name2", .text), ("n", .text), ("k:Age", .number), ("k:Time", .date),
                ("k:Mfa", .flag), ("k:Ip", .address), ("accountId", .text),
            ] + (dialect == .huawei ? [("g:ServiceName", .text)] : [])
        let orders = ["LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
        let number = dialect == .huawei ? "Number" : "Numeric"
        let dates = orders + (dialect == .huawei ? [] : ["Equals", "NotEquals"])
        var texts = [
            "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
            "StringEquals",
        ]
        switch dialect {
        case .aws:
            texts += ["StringLike", "StringNotLike", "ArnLike", "ArnNotEquals", "ArnEquals", "ArnNotLike"]
            texts += ["BinaryEquals"]
        case .huawei:
            texts += ["StringMatch", "StringNotMatch", "StringStartWith", "StringEndWith"]
        case .jd: texts += Array(repeating: "StringEquals", count: 9) + ["StringLike"]
        case .volcengine:
            texts += ["StringLike", "StringNotLike", "TrnLike", "TrnNotEquals", "TrnEquals", "TrnNotLike"]
        }
        operators = [
            (texts, .text), ((orders + ["Equals", "NotEquals"]).map { number + $0 }, .number),
            (dates.map { "Date" + $0 }, .date), (["Bool"], .flag), (["IpAddress", "NotIpAddress"], .address),
        ]
        let root: String
        switch dialect {
        case .aws: root = "arn:aws:iam::111122223333:root"
        case .huawei: root = "iam::111122223333:root"
        case .jd: root = "jrn:iam::111122223333:root"
        case .volcengine: root = "trn:iam::111122223333:root"
        }
        let sort: String
        switch dialect {
        case .aws: sort = "AWS"
        case .huawei, .volcengine: sort = "IAM"
        case .jd: sort = "JDCloud"
        }
        let user = root.replacingLast(4, with: "user/ann")
        let other = root.replacingLast(4, with: "user/bob")
        principals =
            [
                (sort, ["111122223333", root, user, other, "444455556666", "*"]),
                ("Service", ["ecs", "obs"]),
            ] + (dialect == .jd ? [] : [("Federated", ["idp:one", "idp:two"])])
        callers =
            [
                Caller(sort: sort, name: user, account: "111122223333"),
                Caller(sort: sort, name: other, account: "111122223333"),
                Caller(
                    sort: sort, name: user.replacingOccurrence(of: "111122223333", with: "444455556666"),
                    account: "444455556666"),
                Caller(
                    sort: sort, name: user.replacingOccurrence(of: "1111", with: "9999"),
                    account: "999922223333"),
                Caller(sort: sort, name: root.replacingLast(4, with: "user/eve"), account: "111122223333"),
                Caller(sort: "Service", name: "ecs"), Caller(sort: "Service", name: "obs"),
                Caller(sort: "Service", name: "other"),
            ]
            + (dialect == .jd
                ? [] : ["idp:one", "idp:two", "idp:other"].map { Caller(sort: "Federated", name: $0) })
    }
}

extension String {
    /// The text with its last characters replaced.
    fileprivate func replacingLast(_ count: Int, with text: String) -> String { dropLast(count) + text }

    /// The text with the first occurrence of a part replaced, if there is one.
    fileprivate func replacingOccurrence(of part: String, with text: String) -> String {
        guard let range = firstRange(of: part) else { return self }
        return replacingCharacters(in: range, with: text)
    }

    private func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
