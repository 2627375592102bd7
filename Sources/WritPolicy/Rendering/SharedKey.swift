import WritModel

/// A condition key that several vendors have under names of their own, with the same meaning and the same texts as values.
///
/// Only what their pages say in the same words is here. Keys about second factors, accounts and networks are not: they differ in when they are absent, or
/// their values are names of one vendor.
private struct SharedKey {
    /// What people call it.
    var name: String
    /// A name that ends in `/` goes on with a tag's key.
    var names: [Dialect: String]
}

private let sharedKeys = [
    SharedKey(
        name: "time",
        names: [.aws: "aws:CurrentTime", .huawei: "g:CurrentTime", .volcengine: "volc:CurrentTime"]),
    SharedKey(
        name: "address",
        names: [.aws: "aws:SourceIp", .huawei: "g:SourceIp", .volcengine: "volc:SourceIp"]),
    SharedKey(
        name: "userName",
        names: [.aws: "aws:username", .huawei: "g:UserName", .volcengine: "volc:UserName"]),
    SharedKey(
        name: "resourceTag/",
        names: [
            .aws: "aws:ResourceTag/", .huawei: "g:ResourceTag/", .volcengine: "volc:ResourceTag/",
            .jd: "JDCloud:ResourceTag/",
        ]),
    SharedKey(
        name: "requestTag/",
        names: [.aws: "aws:RequestTag/", .huawei: "g:RequestTag/", .volcengine: "volc:RequestTag/"]),
    SharedKey(
        name: "principalTag/", names: [.aws: "aws:PrincipalTag/", .volcengine: "volc:PrincipalTag/"]),
]

extension Dialect {
    /// What the key is to all vendors, in lower case; `nil` for one that this vendor alone has.
    func sharedKey(_ key: String) -> String? {
        let folded = key.lowercased()
        for shared in sharedKeys {
            guard let own = shared.names[self]?.lowercased() else { continue }
            if folded == own { return "shared:" + shared.name.lowercased() }
            if own.hasSuffix("/"), folded.hasPrefix(own), folded.count > own.count {
                return "shared:" + shared.name.lowercased() + folded.dropFirst(own.count)
            }
        }
        return nil
    }

    /// The name under which another vendor has the key; `nil` where it has none.
    func name(of key: String, in other: Dialect) -> String? {
        let folded = key.lowercased()
        for shared in sharedKeys {
            guard let own = shared.names[self], let name = shared.names[other] else { continue }
            if folded == own.lowercased() { return name }
            if own.hasSuffix("/"), folded.hasPrefix(own.lowercased()), folded.count > own.count {
                return name + key.dropFirst(own.count)
            }
        }
        return nil
    }

    /// The name under which another vendor has the key as a variable.
    func variable(of key: String, in other: Dialect) -> String? {
        let user = "shared:username"
        let isUser = self == .jd ? key.lowercased() == "name" : sharedKey(key) == user
        if isUser, other == .jd { return "name" }
        if isUser, self == .jd { return Dialect.aws.name(of: "aws:username", in: other) ?? "aws:username" }
        return name(of: key, in: other)
    }

    /// What the variable is to all vendors.
    func sharedVariable(_ key: String) -> String? {
        self == .jd ? (key == "name" ? "shared:username" : nil) : sharedKey(key)
    }
}

extension PolicyForm {
    /// Why documents of this form cannot use a key of Huawei's that another form has; `nil` where they can.
    ///
    /// Source: the vendor's tables of global keys; those of services stand in no table.
    func refusal(ofOwnKey key: String) -> String? {
        let folded = key.lowercased()
        guard folded.hasPrefix("g:") else { return nil }
        switch self {
        case .huaweiPolicy where !olderKeys.contains(folded): return "`\(key)` is a key of 5.0 policies alone"
        case .huaweiIdentity where ["g:servicename", "g:projectname"].contains(folded):
            return "`\(key)` is a key of the older policies: no page says that 5.0 has it"
        default: return nil
        }
    }
}

private let olderKeys: Set<String> = [
    "g:currenttime", "g:domainname", "g:mfapresent", "g:mfaage", "g:projectname", "g:servicename", "g:userid",
    "g:username",
]
