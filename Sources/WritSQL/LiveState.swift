internal import WritModel
internal import WritStore

/// Reads all of the account, each table once. Call it in a transaction.
func observeAccount(in database: Database) throws(StoreError) -> Observation {
    var state = ObservedState(account: try MetaRows(database: database).account())
    var counts: [String: Int] = [:]
    var problems: [String] = []
    for kind in Kind.allCases {
        var reader = ObjectReader(kind, in: database)
        let objects = try reader.read(.all)
        problems += reader.problems
        state.objects.reserveCapacity(state.objects.count + objects.count)
        for object in objects where state.objects.updateValue(object, forKey: object.address) != nil {
            // Names that are different bytes and the same text.
            problems.append("two objects go by the name \(object.address)")
        }
        counts[KindTable.of(kind).name] = objects.count
    }
    var edges = EdgeReader(database)
    let names = ObjectNames(state.objects)
    let memberships = try edges.memberships(among: names)
    state.memberships.reserveCapacity(memberships.count)
    for stored in memberships {
        state.memberships[stored.edge] = stored.version
    }
    for stored in try edges.attachments(among: names) {
        state.attachments[stored.edge] = ObservedAttachment(
            expires: stored.expires, version: stored.version)
    }
    counts["memberships"] = state.memberships.count
    counts["attachments"] = state.attachments.count
    problems += edges.problems
    try database.each("SELECT name, document FROM system_policies") { row in
        let name = row.requiredText(0)
        if let json = try? JSONValue(parsing: Array(row.requiredText(1).utf8)) {
            state.systemPolicies[name] = PolicyDocument(json)
        } else {
            problems.append("the system policy `\(name)` has a document that is not JSON")
        }
    }
    guard problems.isEmpty else {
        return .unknown(reason: problems.sorted().prefix(5).joined(separator: "; "))
    }
    return .complete(state, Evidence(method: "one read transaction", counts: counts))
}
