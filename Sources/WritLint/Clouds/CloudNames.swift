internal import WritModel
internal import WritPolicy

/// What a cloud takes as the name of an object.
struct NameRule {
    /// How many characters.
    var length: ClosedRange<Int>
    /// Besides letters of the alphabet and digits.
    var extra: String
    /// Whether the first character is a letter.
    var startsWithLetter = false

    /// Why a name is refused; `nil` for a good one.
    func problem(of name: String) -> String? {
        let count = name.unicodeScalars.count
        if count < length.lowerBound { return "it has fewer than \(length.lowerBound) characters" }
        if count > length.upperBound { return "it has more than \(length.upperBound) characters" }
        let bad = name.unicodeScalars.first { scalar in
            !(scalar.isLetter || scalar.isDigit || extra.unicodeScalars.contains(scalar))
        }
        if let bad { return "it has a `\(bad)`" }
        guard let first = name.unicodeScalars.first else { return nil }
        if startsWithLetter, !first.isLetter { return "it starts with `\(first)`, not with a letter" }
        return nil
    }
}

extension PolicyForm {
    /// What the cloud takes as the name of an object of a kind; `nil` where no page says it.
    ///
    /// Source: the vendors' pages on the calls that create them.
    func nameRule(of kind: Kind) -> NameRule? {
        switch (self, kind) {
        case (_, .passwordPolicy), (_, .securitySettings): nil
        // Letters, digits, hyphens; of Huawei Cloud the region and a suffix behind an underscore.
        case (.huaweiPolicy, .project), (.huaweiIdentity, .project): NameRule(length: 1...64, extra: "_-")
        case (_, .project): nil
        case (.huaweiPolicy, .identityProvider), (.huaweiIdentity, .identityProvider):
            NameRule(length: 1...64, extra: "_-")
        case (.aws, .identityProvider): NameRule(length: 1...128, extra: "._-")
        case (.jd, .identityProvider): NameRule(length: 4...64, extra: "_-", startsWithLetter: true)
        case (.volcengine, .identityProvider): nil
        case (.aws, .user), (.aws, .agency): NameRule(length: 1...64, extra: "_+=,.@-")
        case (.aws, .group), (.aws, .policy): NameRule(length: 1...128, extra: "_+=,.@-")
        case (.huaweiPolicy, .user), (.huaweiIdentity, .user):
            NameRule(length: 1...64, extra: " -_.")
        case (.huaweiIdentity, .policy): NameRule(length: 1...128, extra: "_+=.@-")
        case (.huaweiIdentity, .agency): NameRule(length: 1...64, extra: "_+=,.@-")
        case (.huaweiPolicy, _), (.huaweiIdentity, .group): nil
        case (.jd, .user): NameRule(length: 4...20, extra: "_-", startsWithLetter: true)
        case (.jd, .group): NameRule(length: 4...32, extra: "_-", startsWithLetter: true)
        case (.jd, .policy): NameRule(length: 4...64, extra: "_-", startsWithLetter: true)
        case (.volcengine, .user): NameRule(length: 1...64, extra: "_.@-")
        case (.volcengine, .group): NameRule(length: 1...64, extra: "._-")
        case (.volcengine, .policy): NameRule(length: 1...64, extra: "+=,.@_-")
        case (.jd, .agency), (.volcengine, .agency): nil
        }
    }
}

extension Unicode.Scalar {
    fileprivate var isLetter: Bool { ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
