package import WritModel

extension Dialect {
    /// The operators as the vendor spells them, without qualifiers and `IfExists`.
    package var operatorNames: [String] { operatorNameTable[self] ?? [] }

    /// This vendor's name for another one's operator; `nil` where it has no such operator, or that name already.
    package func ownName(ofOperator base: String) -> String? {
        var words = base.lowercased()
        for (theirs, ours) in [("numeric", "number"), ("like", "match"), ("arn", "trn")] {
            if operatorNames.contains(where: { $0.lowercased().contains(ours) }) {
                words = replaced(words, theirs, with: ours)
            } else {
                words = replaced(words, ours, with: theirs)
            }
        }
        guard words != base.lowercased() else { return nil }
        return operatorNames.first { $0.lowercased() == words }
    }
}

private let operatorNameTable = Dictionary(
    uniqueKeysWithValues: Dialect.allCases.map { ($0, names(of: $0)) })

private func names(of dialect: Dialect) -> [String] {
    let isHuawei = dialect == .huawei
    var names = ["Bool", "Null", "IpAddress", "NotIpAddress"]
    names += ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"]
    names += isHuawei ? ["StringMatch", "StringNotMatch"] : ["StringLike", "StringNotLike"]
    if isHuawei { names += ["StringStartWith", "StringEndWith"] }
    let order = ["LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
    names += (["Equals", "NotEquals"] + order).map { (isHuawei ? "Number" : "Numeric") + $0 }
    names += ((isHuawei ? [] : ["Equals", "NotEquals"]) + order).map { "Date" + $0 }
    if dialect == .aws { names.append("BinaryEquals") }
    if dialect == .aws || dialect == .volcengine {
        let word = dialect == .aws ? "Arn" : "Trn"
        names += ["Equals", "NotEquals", "Like", "NotLike"].map { word + $0 }
    }
    return names
}

/// The text with a word, which it has at most once, replaced.
private func replaced(_ text: String, _ word: String, with other: String) -> String {
    guard let place = text.firstRange(of: word) else { return text }
    return text.replacingCharacters(in: place, with: other)
}

extension String {
    fileprivate func firstRange(of word: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }

    fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
