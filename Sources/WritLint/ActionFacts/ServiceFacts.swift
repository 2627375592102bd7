package import WritModel
package import WritPolicy

extension Dialect {
    /// Services that decide who may do what and who sees it: whoever has one of them whole has the rest soon.
    package var sensitiveServices: Set<String> {
        switch self {
        case .aws: ["iam", "sts", "kms", "organizations", "cloudtrail", "sso", "identitystore"]
        case .huawei: ["iam", "sts", "kms", "organizations", "cts", "identitystore"]
        case .jd: ["iam", "sts", "kms", "audittrail"]
        case .volcengine: ["iam", "sts", "kms", "organization", "cloudtrail"]
        }
    }

    /// Services of machines, networks and databases.
    package var infrastructureServices: Set<String> {
        switch self {
        case .aws:
            [
                "ec2", "vpc", "elasticloadbalancing", "autoscaling", "rds", "eks", "ecs", "lambda", "route53",
                "cloudformation", "elasticache", "redshift", "apigateway", "cloudfront",
            ]
        case .huawei:
            [
                "ecs", "vpc", "evs", "elb", "as", "rds", "dds", "cce", "nat", "vpcep", "vpn", "dns", "bms",
                "ims",
                "functiongraph", "rf", "dcs", "gaussdb", "eip",
            ]
        case .jd: ["vm", "vpc", "disk", "lb", "rds", "kubernetes", "nc", "as", "redis", "mongodb", "dns"]
        case .volcengine:
            [
                "ecs", "vpc", "clb", "alb", "ebs", "vke", "rds_mysql", "natgateway", "vpn", "redis", "vefaas",
                "autoscaling",
            ]
        }
    }

    /// Whether a service's resources are named `container/thing`: a name before the slash is a limit there.
    func isStorage(_ service: Glob) -> Bool { storageServices.contains(service) }
}

private let storageServices = ["s3", "obs", "oss", "tos"].map { Glob(literal: $0) }

/// How operations begin that change something, in lower case.
private let changingVerbs = [
    "add", "apply", "associate", "attach", "authorize", "cancel", "copy", "create", "deactivate", "delete",
    "deregister", "detach", "disable", "disassociate", "enable", "export", "grant", "import", "install",
    "invoke", "modify", "move", "post", "publish", "purge", "put", "reboot", "rebuild", "register", "release",
    "remove", "replace", "reset", "resize", "restore", "resume", "revoke", "rotate", "run", "schedule",
    "send",
    "set", "start", "stop", "suspend", "terminate", "unbind", "update", "upgrade", "upload", "write",
]

/// The same by their first letters, from `a`.
private let changingVerbsByLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
    changingVerbs.filter { $0.utf8.first == letter }.reduce(into: PackedTexts()) { $0.append(Array($1.utf8)) }
}

extension Glob {
    /// The service that an action pattern names without a wildcard.
    package var actionService: String? {
        guard let end = bytes.firstIndex(of: UInt8(ascii: ":")), end > 0,
            bytes[..<end].allSatisfy({ $0 < Glob.one })
        else { return nil }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    /// The service that an action pattern takes whole: `iam:*`.
    package var wholeService: String? {
        guard !isLiteral, let service = actionService else { return nil }
        let rest = bytes[(service.utf8.count + 1)...]
        return rest.allSatisfy { $0 == Glob.run || $0 == UInt8(ascii: ":") } && rest.contains(Glob.run)
            ? service : nil
    }

    /// What an action pattern's operation begins with before any wildcard, and whether it has one.
    private var operation: (head: ArraySlice<UInt8>, hasWildcard: Bool) {
        let start = bytes.lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0
        let head = bytes[start...].prefix { $0 < Glob.one }
        return (head, head.endIndex < bytes.count)
    }

    /// Whether its operation is one that changes something, as far as names tell.
    package var changesSomething: Bool {
        let (head, hasWildcard) = operation
        guard let first = head.first else { return hasWildcard }
        guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
        let verbs = changingVerbsByLetter[Int(first - UInt8(ascii: "a"))]
        return verbs.bytes.withUnsafeBufferPointer { bytes in
            head.withUnsafeBufferPointer { head in
                (0..<verbs.count).contains { number in
                    let verb = bytes[verbs.range(number)]
                    // One starts with the other: the head with the verb, or where a wildcard follows the verb with the head.
                    return (head.count >= verb.count || hasWildcard)
                        && zip(head, verb).allSatisfy { $0 == $1 }
                }
            }
        }
    }

    /// Whether its operation has a wildcard.
    package var hasOpenOperation: Bool { operation.hasWildcard }
}
