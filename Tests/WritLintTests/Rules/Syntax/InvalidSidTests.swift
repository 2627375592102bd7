import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct InvalidSidTests {
    static let rows: [RuleRow] = [
        .document(
            "a space", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Sid: ⟦read logs⟧, Effect: Allow, Action: "logs:Get*", Resource: "*"}]
            """, messages: ["`read logs` has characters that no `Sid` has"], help: "write `ReadLogs`",
            fixed: """
                Version: "2012-10-17"
                Statement: [{Sid: ReadLogs, Effect: Allow, Action: "logs:Get*", Resource: "*"}]
                """, applicability: .unsafe),
        .file(
            "an empty one", in: .aws, #"{"Statement": [{"Sid": ⟦""⟧, "Effect": "Allow"}]}"#,
            messages: ["`Sid` is empty"], fixed: #"{"Statement": [{"Effect": "Allow"}]}"#,
            applicability: .unsafe),
        .document(
            "where there is none",
            """
            Version: "1.1"
            Statement: [{⟦Sid⟧: Read, Effect: Allow, Action: ["ecs:*:get*"]}]
            """, messages: ["Huawei's policies of version 1.1 have no `Sid`"]),
        .file("under JD Cloud", in: .jd, #"{"Statement": [{⟦"Sid"⟧: "Read"}]}"#),
        .file(
            "a resource policy takes more", in: .aws, kind: .resource,
            #"{"Statement": [{"Sid": "read logs"}]}"#),
        .document(
            "a good one",
            """
            Version: "5.0"
            Statement: [{Sid: Read_logs, Effect: Allow, Action: ["lts:*:get*"]}]
            """),
        .document(
            "a good one of AWS", in: .aws,
            """
            Version: "2012-10-17"
            Statement: [{Sid: Read2, Effect: Allow, Action: "logs:Get*", Resource: "*"}]
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("invalid-sid", row) }
}
