package import WritModel

/// How much harm access can do: what reviewers look at first.
package enum AccessDanger: String, CaseIterable, Comparable, Sendable {
    /// Looks at things.
    case read
    /// Changes things.
    case write
    /// Changes who may do what: identities, permissions, keys, sessions, audit.
    case sensitive
    /// Everything, everywhere, at any time; or anybody.
    case everything

    package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .read: 0
        case .write: 1
        case .sensitive: 2
        case .everything: 3
        }
    }
}

extension AccessDanger {
    /// Of what one pattern of an Allow gives; `nil` patterns take everything that is not excluded.
    ///
    /// - Parameter isConditional: Whether the statement has conditions.
    package init(action: Glob?, resource: ResourcePattern?, isConditional: Bool, dialect: Dialect) {
        let parts =
            action.map { boxes(of: $0, segments: dialect.actionSegments) } ?? [
                .everything(dialect.actionSegments)
            ]
        let isEverywhere = resource.map(\.isEverything) ?? true
        if isEverywhere, !isConditional, parts.contains(.everything(dialect.actionSegments)) {
            self = .everything
            return
        }
        self =
            parts.map { box in
                guard let service = box.segments.first, let operation = box.segments.last else {
                    return .write
                }
                if isReading(operation) { return .read }
                return sensitiveServices.contains { service.matches($0) } ? .sensitive : .write
            }.max() ?? .read
    }
}

extension ResourcePattern {
    /// Whether it takes every resource.
    package var isEverything: Bool { segments?.allSatisfy { $0.constant?.isEverything == true } ?? false }
}

/// Services whose writes change who may do what, or who can see it, across the dialects.
private let sensitiveServices: [[UInt8]] = [
    "iam", "sts", "kms", "organizations", "cts", "cloudtrail", "identitystore", "sso", "secretsmanager",
    "csms", "ram",
    "kmscrypto",
].map { Array($0.utf8) }

/// How operations begin that only look.
private let readingVerbs: [[UInt8]] = [
    "get", "list", "describe", "check", "head", "read", "query", "show", "search", "view", "lookup",
    "batchget", "count",
].map { Array($0.utf8) }

private func isReading(_ operation: Glob) -> Bool {
    readingVerbs.contains { operation.bytes.starts(with: $0) }
}
