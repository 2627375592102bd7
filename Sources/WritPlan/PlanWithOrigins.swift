package import WritModel

/// The members that tell origins: beside the plan in the printed form, never in a plan's file.
private let originMembers: Set<String> = ["origin", "fieldOrigins"]
private let originNotes = "originNotes"
/// Beside the plan in the printed form: what it does to access.
private let accessMember = "access"

extension Plan {
    /// The plan as its file holds it, with the origin of each change and of each changed field as further members.
    ///
    /// Digests do not cover them and a reader passes them over, so that printed plans can be applied as well.
    /// - Parameters:
    ///   - access: what it does to access, if it is to be told.
    ///   - json: the form of one origin.
    package func json(
        _ origins: Origins, access: JSONValue? = nil, _ json: (Origin) -> JSONValue
    ) -> JSONValue {
        var members = self.json.members ?? []
        guard let index = members.firstIndex(where: { $0.name == "changes" }) else { return self.json }
        members[index].value = .array(
            changes.map { change in
                var members = change.json.members ?? []
                if let origin = origins[change.originKey] { members.append(.init("origin", json(origin))) }
                let fields = change.changedFields.compactMap { field in
                    origins[.field(change.address, field)].map { JSONValue.Member(field.rawValue, json($0)) }
                }
                if !fields.isEmpty { members.append(.init("fieldOrigins", .object(fields))) }
                return .object(members)
            })
        if !origins.notes.isEmpty {
            members.append(.init(originNotes, .array(origins.notes.map(JSONValue.string))))
        }
        if let access { members.append(.init(accessMember, access)) }
        return .object(members)
    }
}

extension JSONValue {
    /// A plan without the members that tell origins.
    var withoutOrigins: JSONValue {
        guard let members else { return self }
        return .object(
            members.filter { $0.name != originNotes && $0.name != accessMember }.map { member in
                guard member.name == "changes", let changes = member.value.array else { return member }
                return Member(
                    "changes",
                    .array(
                        changes.map { change in
                            guard let members = change.members else { return change }
                            return .object(members.filter { !originMembers.contains($0.name) })
                        }))
            })
    }
}
