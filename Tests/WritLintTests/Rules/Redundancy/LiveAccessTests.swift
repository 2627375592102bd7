import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct LiveAccessTests {
    static let rows: [RuleRow] = [
        .manifests(
            "widened by hand",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: ⟦servers⟧}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """, observed: live(["ecs:*:get*", "iam:*:*"]),
            messages: ["`user/ann` may do `iam:…:…` in the live account, which the manifests do not allow"],
            help: "apply the manifests, or write it into them"),
        .manifests(
            "only the text differs",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*", "ecs:*:list*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """, observed: live(["ecs:*:list*", "ecs:*:get*", "ecs:servers:get"])),
        .manifests(
            "less than declared",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """, observed: live(["ecs:*:get*"])),
        .manifests(
            "nothing was observed",
            """
            apiVersion: writ/v1
            kind: Policy
            metadata: {name: servers}
            spec:
              document: {Version: "1.1", Statement: [{Effect: Allow, Action: ["ecs:*:get*"]}]}
            ---
            apiVersion: writ/v1
            kind: User
            metadata: {name: ann}
            spec: {policies: [servers]}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("live-access", row) }

    /// Ann with the policy, as somebody made it in the console.
    private static func live(_ actions: [String]) -> ObservedState {
        let document = PolicyDocument([
            "Version": "1.1",
            "Statement": [["Effect": "Allow", "Action": .array(actions.map(JSONValue.string))]],
        ])
        let (ann, servers) = (Address(.user, "ann"), Address(.policy, "servers"))
        return ObservedState(
            account: "0123456789",
            objects: [
                ann: ObservedObject(ann, id: "1", version: Version("1"), fields: [.enabled: .boolean(true)]),
                servers: ObservedObject(
                    servers, id: "2", version: Version("1"), fields: [.document: .document(document)]),
            ],
            attachments: [
                AttachmentKey(principal: ann, policy: .custom("servers")): ObservedAttachment(
                    expires: nil, version: Version("1"))
            ])
    }
}
