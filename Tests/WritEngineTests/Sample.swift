import WritModel

/// A small office in two versions: the second needs a change of nearly every sort.
enum Sample {
    static let before = DesiredState([
        user("alice", [.displayName: .scalar(.text("Alice"))]), user("bob"), user("carol"),
        DesiredObject(
            Address(.group, "billing"), protect: nil,
            fields: [.description: .scalar(.text("Billing"))], members: members("alice", "bob"),
            policies: attachments("ledger")),
        DesiredObject(Address(.group, "support"), members: members("carol")),
        policy("ledger", "obs:object:GetObject"), policy("old", "ecs:servers:get"),
        DesiredObject(
            Address(.passwordPolicy, "default"), fields: [.minimumLength: .scalar(.integer(10))]),
    ])

    static let after = DesiredState([
        user("alice", [.displayName: .scalar(.text("Alice A."))]), user("bob"), user("carol"), user("dave"),
        DesiredObject(
            Address(.group, "payments"), formerly: ["billing"],
            fields: [.description: .scalar(.text("Payments"))], members: members("alice", "dave"),
            policies: attachments("ledger", "refunds")),
        DesiredObject(Address(.group, "support"), members: members("carol", "bob")),
        policy("ledger", "obs:object:*"), policy("refunds", "ecs:servers:create"),
        DesiredObject(
            Address(.passwordPolicy, "default"), fields: [.minimumLength: .scalar(.integer(12))]),
    ])

    static func user(_ name: String, _ fields: FieldMap<DesiredValue> = [:]) -> DesiredObject {
        DesiredObject(Address(.user, name), fields: fields)
    }

    static func policy(_ name: String, _ action: String) -> DesiredObject {
        let document = PolicyDocument([
            "Version": "1.1", "Statement": [["Effect": "Allow", "Action": [.string(action)]]],
        ])
        return DesiredObject(Address(.policy, name), fields: [.document: .scalar(.document(document))])
    }

    static func members(_ names: String...) -> DesiredList<Reference> {
        DesiredList(.exactly, names.map { Reference($0) })
    }

    static func attachments(_ names: String...) -> DesiredList<DesiredAttachment> {
        DesiredList(.exactly, names.map { DesiredAttachment(.custom($0)) })
    }
}
