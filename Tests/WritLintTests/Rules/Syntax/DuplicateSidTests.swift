import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct DuplicateSidTests {
    static let rows: [RuleRow] = [
        .document(
            "twice, where the next name is taken",
            """
            Version: "5.0"
            Statement:
              - {Sid: Read, Effect: Allow, Action: ["ecs:*:get*"]}
              - {Sid: Read2, Effect: Allow, Action: ["evs:*:get*"]}
              - {Sid: ⟦Read⟧, Effect: Allow, Action: ["vpc:*:get*"]}
            """, messages: ["`Read` names two statements"], help: "name it `Read3`, or by what it does",
            fixed: """
                Version: "5.0"
                Statement:
                  - {Sid: Read, Effect: Allow, Action: ["ecs:*:get*"]}
                  - {Sid: Read2, Effect: Allow, Action: ["evs:*:get*"]}
                  - {Sid: Read3, Effect: Allow, Action: ["vpc:*:get*"]}
                """, applicability: .unsafe),
        .document(
            "in another case", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Sid: Read, Effect: Allow, Action: "*", Resource: "*"}, {Sid: read, Effect: Deny, Action: "*", Resource: "*"}]
            """),
        .file("empty ones", #"{"Statement": [{"Sid": ""}, {"Sid": ""}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("duplicate-sid", row) }
}
