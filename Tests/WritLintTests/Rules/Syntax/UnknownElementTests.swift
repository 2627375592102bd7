import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct UnknownElementTests {
    static let rows: [RuleRow] = [
        .file(
            "a typing mistake", #"{⟦"Statment"⟧: [{"Effect": "Allow"}]}"#,
            messages: ["huawei policies have no element `Statment`"], help: "did you mean `Statement`?",
            fixed: #"{"Statement": [{"Effect": "Allow"}]}"#, applicability: .unsafe),
        .document(
            "in a statement",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["obs:object:GetObject"]
                ⟦Resources⟧: ["obs:*:*:object:logs/*"]
            """, messages: ["a statement has no element `Resources`"],
            fixed: """
                Version: "5.0"
                Statement:
                  - Effect: Allow
                    Action: ["obs:object:GetObject"]
                    Resource: ["obs:*:*:object:logs/*"]
                """, applicability: .unsafe),
        .file(
            "nothing is near", in: .volcengine, #"{"Statement": [], ⟦"Comment"⟧: "x"}"#,
            help: "take it out: `Version`, `Statement` are the elements"),
        .file("the id of a policy", in: .aws, #"{"Id": "x", "Statement": []}"#),
        .file("the id elsewhere", in: .jd, #"{⟦"Id"⟧: "x", "Statement": []}"#),
        .file(
            "roles beside a role", #"{"Version": "1.0", "Depends": [], "Statement": [{"effect": "Allow"}]}"#),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("unknown-element", row) }
}
