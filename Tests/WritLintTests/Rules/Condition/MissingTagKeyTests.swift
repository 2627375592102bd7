import Testing
import WritLint
import WritModel
import WritPolicy

@Suite struct MissingTagKeyTests {
    static let rows: [RuleRow] = [
        .document(
            "nothing behind the slash",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {⟦"g:ResourceTag/"⟧: ["ops"]}}
            """, messages: ["`g:ResourceTag/` does not say which tag"],
            help: "write the tag's key behind it, as in `g:ResourceTag/team`"),
        .document(
            "no slash", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {⟦"aws:RequestTag"⟧: "ops"}}
            """),
        .document(
            "of a service", in: .aws,
            """
            Version: "2012-10-17"
            Statement:
              - Effect: Allow
                Action: "s3:GetObject"
                Resource: "*"
                Condition: {StringEquals: {⟦"ec2:ResourceTag/"⟧: "ops"}}
            """),
        .document(
            "of JD", in: .jd,
            """
            Version: "3"
            Statement:
              - Effect: Allow
                Action: ["vm:describeInstance"]
                Resource: ["*"]
                Condition: {StringEquals: {⟦"JDCloud:ResourceTag/"⟧: ["ops"]}}
            """),
        .document(
            "a tag",
            """
            Version: "5.0"
            Statement:
              - Effect: Allow
                Action: ["ecs:servers:get"]
                Condition: {StringEquals: {"g:ResourceTag/team": ["ops"]}}
            """),
    ]

    @Test(arguments: rows) func rule(_ row: RuleRow) { expect("missing-tag-key", row) }
}
