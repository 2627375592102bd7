import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct WrongActionSegmentsTests {
    static let rows: [RuleRow] = [
        .document(
            "too few",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: [⟦"ecs:get"⟧, ⟦"ecs"⟧]}]
            """,
            messages: [
                "`ecs:get` has 2 of the 3 segments of an action",
                "`ecs` has 1 of the 3 segments of an action",
            ], help: "write `service:type:operation`"),
        .document(
            "too many", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Effect: Deny, NotAction: [⟦"s3:object:GetObject"⟧], Resource: "*"}]
            """, help: "write `service:action`"),
        .document(
            "an empty one",
            """
            Version: "5.0"
            Statement: [{Effect: Allow, Action: [⟦"ecs:servers:"⟧, ⟦":servers:get"⟧, "sts::setSourceIdentity"]}]
            """,
            messages: [
                "`ecs:servers:` has an empty last segment", "`:servers:get` has an empty first segment",
            ]),
        .document(
            "a wildcard takes colons",
            """
            Version: "1.1"
            Statement: [{Effect: Allow, Action: ["iam:*", "*", "ecs:serv*get"]}]
            """),
        .file(
            "Huawei's object store leaves the service out", kind: .resource,
            #"{"Statement": [{"Effect": "Allow", "Principal": {"IAM": ["0"]}, "Action": ["GetObject"]}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("wrong-action-segments", row) }
}
