internal import WritModel
internal import WritStore

/// A membership or attachment as it is stored.
struct StoredEdge<Edge: Hashable> {
    /// The row's id.
    var id: String
    /// With the present names of its ends.
    var edge: Edge
    var version: Version
    /// Of an attachment.
    var expires: Expiry?
}

/// Reads edges, with the names of their ends.
struct EdgeReader {
    private let database: Database
    /// What stands in the rows and means nothing to us, one sentence each.
    private(set) var problems: [String] = []

    /// A reader that has met no problem yet.
    init(_ database: Database) {
        self.database = database
    }

    /// Every membership, its ends found among the objects that were read in the same transaction: joined by the
    /// database, each row would be looked for in two more tables.
    mutating func memberships(
        among names: ObjectNames
    ) throws(StoreError) -> [StoredEdge<Membership>] {
        var edges: [StoredEdge<Membership>] = []
        var problems: [String] = []
        try database.each("SELECT user_id, group_id, version FROM memberships") { row in
            let (user, group) = (row.requiredText(0), row.requiredText(1))
            let names = (user: names[.user, user], group: names[.group, group])
            if let edge = storedMembership(row, user, group, names.user, names.group, &problems) {
                edges.append(edge)
            }
        }
        self.problems += problems
        return edges
    }

    /// The membership `edge`, if it is there.
    mutating func membership(_ edge: Membership) throws(StoreError) -> StoredEdge<Membership>? {
        try memberships(" WHERE u.name = ? AND g.name = ?", [.text(edge.user), .text(edge.group)]).first
    }

    /// The memberships of a user or group.
    mutating func memberships(of address: Address) throws(StoreError) -> [StoredEdge<Membership>] {
        switch address.kind {
        case .user: try memberships(" WHERE u.name = ?", [.text(address.name)])
        case .group: try memberships(" WHERE g.name = ?", [.text(address.name)])
        case .policy, .agency, .passwordPolicy, .securitySettings, .project, .identityProvider: []
        }
    }

    /// Every attachment, its ends found among the objects that were read in the same transaction.
    mutating func attachments(
        among names: ObjectNames
    ) throws(StoreError) -> [StoredEdge<AttachmentKey>] {
        var edges: [StoredEdge<AttachmentKey>] = []
        var problems: [String] = []
        try database.each(
            """
            SELECT id, version, principal_kind, principal_id, policy_id, system_policy, scope, scope_name,
                expires_at
            FROM attachments
            """
        ) { row in
            let kind = Kind(rawValue: row.requiredText(2))
            let principal = kind.flatMap { $0.isPrincipal ? names[$0, row.requiredText(3)] : nil }
            let policy = row.text(4).flatMap { names[.policy, $0] }
            if let edge = storedAttachment(row, principal, policy: policy, &problems) { edges.append(edge) }
        }
        self.problems += problems
        return edges
    }

    /// The attachment `key`, if it is there.
    mutating func attachment(_ key: AttachmentKey) throws(StoreError) -> StoredEdge<AttachmentKey>? {
        let policy =
            switch key.policy {
            case .custom: "p.name"
            case .system: "a.system_policy"
            }
        return try attachments(
            """
             WHERE a.principal_kind = ? AND \(principalName(of: key.principal.kind)) = ?
            AND \(policy) = ? AND a.scope = ? AND a.scope_name = ?
            """,
            [
                .text(key.principal.kind.rawValue), .text(key.principal.name), .text(key.policy.name),
                .text(key.scope.word), .text(key.scope.name),
            ]
        ).first
    }

    /// The attachments of a principal, or to a policy.
    mutating func attachments(of address: Address) throws(StoreError) -> [StoredEdge<AttachmentKey>] {
        switch address.kind {
        case .policy: try attachments(" WHERE p.name = ?", [.text(address.name)])
        case .passwordPolicy, .securitySettings, .project, .identityProvider: []
        case .user, .group, .agency:
            try attachments(
                " WHERE a.principal_kind = ? AND \(principalName(of: address.kind)) = ?",
                [.text(address.kind.rawValue), .text(address.name)])
        }
    }

    private mutating func memberships(
        _ condition: String, _ values: [Binding]
    ) throws(StoreError) -> [StoredEdge<Membership>] {
        var edges: [StoredEdge<Membership>] = []
        var problems: [String] = []
        try database.each(
            """
            SELECT m.user_id, m.group_id, m.version, u.name, g.name FROM memberships m
            LEFT JOIN users u ON u.id = m.user_id LEFT JOIN groups g ON g.id = m.group_id
            """ + condition, values
        ) { row in
            let (user, group) = (row.requiredText(0), row.requiredText(1))
            if let edge = storedMembership(row, user, group, row.text(3), row.text(4), &problems) {
                edges.append(edge)
            }
        }
        self.problems += problems
        return edges
    }

    private mutating func attachments(
        _ condition: String, _ values: [Binding]
    ) throws(StoreError) -> [StoredEdge<AttachmentKey>] {
        var edges: [StoredEdge<AttachmentKey>] = []
        var problems: [String] = []
        try database.each(
            """
            SELECT a.id, a.version, a.principal_kind, a.principal_id, a.policy_id, a.system_policy,
                a.scope, a.scope_name, a.expires_at, p.name,
                CASE a.principal_kind WHEN 'user' THEN u.name WHEN 'group' THEN g.name ELSE y.name END
            FROM attachments a
            LEFT JOIN policies p ON p.id = a.policy_id
            LEFT JOIN users u ON a.principal_kind = 'user' AND u.id = a.principal_id
            LEFT JOIN groups g ON a.principal_kind = 'group' AND g.id = a.principal_id
            LEFT JOIN agencies y ON a.principal_kind = 'agency' AND y.id = a.principal_id
            """ + condition, values
        ) { row in
            if let edge = storedAttachment(row, row.text(10), policy: row.text(9), &problems) {
                edges.append(edge)
            }
        }
        self.problems += problems
        return edges
    }
}

private func principalName(of kind: Kind) -> String {
    switch kind {
    case .user: "u.name"
    case .group: "g.name"
    default: "y.name"
    }
}

/// The edge of a row that starts with both ids and the version, given the names of its ends; none where one is not
/// there.
private func storedMembership(
    _ row: Statement, _ userID: String, _ groupID: String, _ user: String?, _ group: String?,
    _ problems: inout [String]
) -> StoredEdge<Membership>? {
    guard let user, let group else {
        problems.append(
            "`memberships` names user id `\(userID)` and group id `\(groupID)`, which are not both there")
        return nil
    }
    let id = userID + "+" + groupID
    return StoredEdge(
        id: id, edge: Membership(user: user, group: group),
        version: RowFingerprint().version(id: id, counter: row.requiredInteger(2)))
}

/// The attachment of a row, given the names of its principal and of its policy of the account; none where its
/// principal, policy or scope is not there.
private func storedAttachment(
    _ row: Statement, _ principal: String?, policy: String?, _ problems: inout [String]
) -> StoredEdge<AttachmentKey>? {
    let policy: PolicyReference? = row.text(5).map { .system($0) } ?? policy.map { .custom($0) }
    guard let kind = Kind(rawValue: row.requiredText(2)), let principal, let policy,
        let scope = Scope(word: row.requiredText(6), name: row.requiredText(7))
    else {
        problems.append(
            "`attachments` has the row `\(row.requiredText(0))`, whose principal, policy or "
                + "scope is not there")
        return nil
    }
    var fingerprint = RowFingerprint()
    for column in 2...8 { fingerprint.add(row, column) }
    return StoredEdge(
        id: row.requiredText(0),
        edge: AttachmentKey(principal: Address(kind, principal), policy: policy, scope: scope),
        version: fingerprint.version(id: row.requiredText(0), counter: row.requiredInteger(1)),
        expires: row.integer(8).map { Expiry(end: Instant(epochSeconds: $0)) })
}
